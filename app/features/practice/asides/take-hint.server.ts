import { uuidv7 } from "uuidv7";
import { hintText, moveToHintAt } from "#app/features/coaching/hints/hints.ts";
import { rungs } from "#app/features/conversations/asides/aside.ts";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { inTransaction } from "#db/failures.ts";
import { asides } from "#db/schema/conversations.ts";

export type TakenHint =
  | { ok: true; asideId: string }
  | { ok: false; reason: "not-found" | "ended" | "coach-off" | "no-rung" };

/**
 * Climbs to one rung of the ladder at the turn the conversation has come to, and keeps it: the turn said next is marked as
 * assisted. Rungs come one after the other; one that was taken already is the same hint, so that two presses at once are
 * one. No model is asked, and nothing is charged.
 */
export async function takeHint(practice: Practice, own: OwnConversation, rung: number): Promise<TakenHint> {
  return inTransaction(practice.db, async (transaction) => {
    const conversation = await conversationFor(transaction, own, { locked: true });
    if (!conversation) return { ok: false, reason: "not-found" };
    if (conversation.end) return { ok: false, reason: "ended" };
    if (conversation.coachMode === "off") return { ok: false, reason: "coach-off" };
    const { content, headTurnId: turnId } = conversation;
    const climbed = (await asidesOf(transaction, own)).filter(
      (aside) => aside.kind === "hint" && aside.turnId === turnId,
    );
    const same = climbed.find((hint) => hint.rung === rung);
    if (same) return { ok: true, asideId: same.id };
    if (rung !== climbed.length + 1 || rung > rungs) return { ok: false, reason: "no-rung" };

    const branch = rehearsedTurns(await branchOf(transaction, own, turnId));
    const move = climbed[0]?.move ?? moveToHintAt(content, branch);
    const answer = hintText(content, move, rung);
    if (answer === null) throw new Error(`no hint ${rung} for the move ${move}`);
    const id = uuidv7();
    const row = { conversationId: own.id, id, turnId, kind: "hint", text: "", rung, move, answer } as const;
    await transaction.insert(asides).values(row);
    return { ok: true, asideId: id };
  });
}
