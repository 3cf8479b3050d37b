import type { AboutDebrief } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import type { End } from "#app/features/conversations/conversation.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnNode, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Database } from "#db/client.server.ts";

/** What a debrief of the branch in view is about. No model reads words that signal self-harm, wherever they stand. */
export async function aboutDebrief(
  db: Database,
  conversation: Conversation,
  end: End,
): Promise<{ about: AboutDebrief; nodes: TurnNode[] }> {
  const { content, difficulty, coachTiming, goal, before, after, headTurnId } = conversation;
  const nodes = branchTo(await turnTree(db, conversation), headTurnId);
  const unlessHarm = (text: string | null) => (text && selfHarmSignal(text) === null ? text : null);
  return {
    nodes,
    about: {
      ...{ content, difficulty, end },
      timing: coachTiming,
      path: rehearsedTurns(nodes.map(({ turn }) => turn)),
      goal: unlessHarm(goal) ?? content.learner.goal,
      redLine: unlessHarm(before.redLine),
      ownView: unlessHarm(after.view),
    },
  };
}
