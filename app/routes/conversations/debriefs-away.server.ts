import { saidIn } from "#app/features/coaching/debrief/check-debrief.ts";
import { type DebriefAway, debriefAway } from "#app/features/coaching/debrief/debrief-away.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { partnerThoughts } from "#app/features/coaching/debrief/thoughts/partner-thoughts.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnTree } from "#app/features/conversations/turn-tree.server.ts";
import { debriefsOf } from "#app/features/practice/debrief/queries.server.ts";
import type { Database } from "#db/client.server.ts";

/** The debriefs of every branch, as they are taken away. */
export async function debriefsAway(
  db: Database,
  conversation: Conversation,
  tree: TurnTree,
): Promise<DebriefAway[]> {
  const { content } = conversation;
  const stored = await debriefsOf(db, conversation);
  return stored.map(({ turnId, reply, questions }) => {
    const path = branchTo(tree, turnId).map(({ turn }) => turn);
    return debriefAway(
      { ...reply, questions },
      {
        framework: content.framework,
        said: saidIn(path),
        pivotal: pivotalTurn(path)?.ordinal ?? null,
        thoughts: partnerThoughts(content, path),
      },
    );
  });
}
