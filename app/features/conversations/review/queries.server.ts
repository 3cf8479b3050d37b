import { and, eq } from "drizzle-orm";
import { practisedMinutes } from "#app/features/conversations/practised-minutes.server.ts";
import { isHelpAside } from "#app/features/conversations/asides/aside.ts";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { branchInView } from "#app/features/conversations/branches/branch-tree.server.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import type { Review } from "./review.ts";

/** What is there to look back on? Null while it has not ended, and when it was deleted meanwhile. */
export async function reviewOf(
  db: Database,
  conversation: Conversation,
): Promise<Omit<Review, "url" | "helpStays"> | null> {
  const { id, ownerId, slug, version, content, difficulty, coachMode, createdAt, end } = conversation;
  if (!end) return null;
  const tree = await turnTree(db, conversation);
  if (tree.size === 0) return null;
  const branch = branchTo(tree, conversation.headTurnId).map(({ turn }) => turn);
  // Nobody is asked how it went when all that answered was the help card, nor led back to those words.
  const rehearsed = rehearsedTurns(branch);
  const last = rehearsed.at(-1);
  const [practised] = await db
    .select({ minutes: practisedMinutes() })
    .from(conversationSessions)
    .where(and(eq(conversationSessions.id, id), eq(conversationSessions.ownerId, ownerId)));
  const onBranch = new Set(branch.map((turn) => turn.id));
  const coachWasAsked = (await asidesOf(db, conversation)).some(
    (aside) => onBranch.has(aside.turnId) && aside.reply.text !== "" && !isHelpAside(aside),
  );
  const { name, relationship } = content.persona;
  return {
    conversationId: id,
    scenario: { slug, title: content.title, version, open: conversation.scenarioOpen },
    partner: { name, relationship },
    goal: conversation.goal,
    before: conversation.before,
    after: conversation.after,
    settings: { difficulty, coachMode },
    startedAt: createdAt.toISOString(),
    end: { ending: end.ending, by: end.by },
    turns: rehearsed.length - 1,
    branch: branchInView(tree, conversation.headTurnId),
    lastTurn: last && last.ordinal > 0 ? { id: last.id, ordinal: last.ordinal } : null,
    minutes: practised?.minutes ?? 0,
    notes: branch.flatMap(({ id: turnId, ordinal, learner, coach }) =>
      learner === null || coach.text === "" ? [] : [{ turnId, ordinal, learner, note: coach.text }],
    ),
    coachWasAsked,
  };
}
