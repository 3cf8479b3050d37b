import { and, eq } from "drizzle-orm";
import {
  type Conversation,
  conversationFor,
  type OwnConversation,
} from "#app/features/conversations/queries.server.ts";
import { type TurnTree, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { conversationSessions, turns } from "#db/schema/conversations.ts";
import { tipFrom } from "./branch-tree.server.ts";

export type MovedHead =
  /** `ordinal`: of the turn that was named. */
  { ok: true; ordinal: number } | { ok: false; reason: "not-found" | "busy" };

/**
 * Brings back the moment before this message of the learner: the branch in view ends with the turn before it, and what is
 * said next begins a branch of its own. The old one stays, and keeps how it ended: rewinding opens the conversation again,
 * whoever had ended it.
 */
export async function rewindTo(db: Database, own: OwnConversation, turnId: string): Promise<MovedHead> {
  return moveHead(db, own, turnId, (tree) => {
    const parentId = tree.get(turnId)?.parentId ?? null;
    return parentId === null ? null : { to: parentId, end: null };
  });
}

/** Brings the branch that leads through this turn into view, to its last turn, open or ended as it was left. */
export async function showBranch(db: Database, own: OwnConversation, turnId: string): Promise<MovedHead> {
  return moveHead(db, own, turnId, (tree, { headTurnId, end }) => {
    const to = tipFrom(tree, turnId);
    return { to, end: to === headTurnId ? end : (tree.get(to)?.end ?? null) };
  });
}

type StoredEnd = Conversation["end"];

/** Not while the partner answers: what is being said would be said to a branch that nobody sees. */
async function moveHead(
  db: Database,
  own: OwnConversation,
  turnId: string,
  choose: (tree: TurnTree, conversation: Conversation) => { to: string; end: StoredEnd } | null,
): Promise<MovedHead> {
  return inTransaction(db, async (transaction) => {
    const conversation = await conversationFor(transaction, own, { locked: true });
    if (!conversation) return { ok: false, reason: "not-found" };
    const tree = await turnTree(transaction, own);
    const named = tree.get(turnId);
    const chosen = named ? choose(tree, conversation) : null;
    if (!named || !chosen) return { ok: false, reason: "not-found" };
    if ([...tree.values()].some(({ turn }) => turn.partner.status === "running"))
      return { ok: false, reason: "busy" };

    // The end of the branch in view stands in the conversation's own row, that of another one in its last turn's.
    await keepEnd(transaction, own.id, conversation.headTurnId, conversation.end);
    await keepEnd(transaction, own.id, chosen.to, null);
    await transaction
      .update(conversationSessions)
      .set({ headTurnId: chosen.to, ...columnsOf(chosen.end) })
      .where(and(eq(conversationSessions.id, own.id), eq(conversationSessions.ownerId, own.ownerId)));
    return { ok: true, ordinal: named.turn.ordinal };
  });
}

async function keepEnd(transaction: Database, conversationId: string, turnId: string, end: StoredEnd) {
  await transaction
    .update(turns)
    .set(columnsOf(end))
    .where(and(eq(turns.conversationId, conversationId), eq(turns.id, turnId)));
}

function columnsOf(end: StoredEnd) {
  return { ending: end?.ending ?? null, endedBy: end?.by ?? null, endedAt: end?.at ?? null };
}
