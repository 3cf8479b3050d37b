import { regainSeat } from "#app/features/budgets/regain-seat.server.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { helpText } from "#app/features/conversations/help-card/help-words.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { isTaken } from "#app/features/practice/turns/taken-id.server.ts";
import { inTransaction } from "#db/failures.ts";
import { asides } from "#db/schema/conversations.ts";
import { beginAside, runAside, type StartedAside } from "./run-aside.server.ts";

export type Asked = {
  /** Made by the client: the aside's own id, and what makes a second post of it the same aside. */
  asideId: string;
  kind: "question" | "draft";
  /** As `readMessageText` gave it. */
  text: string;
};

export type AskedCoach =
  /** `again`: this very aside had been asked before; nothing new is run or charged. */
  | { ok: true; again: boolean }
  | {
      ok: false;
      reason:
        | "not-found"
        | "other-text"
        | "ended"
        | "coach-off"
        | "busy"
        | "coach-busy"
        | "resting"
        | "no-budget"
        | "no-seat"
        | "access-over"
        | "site-limit";
    };

/**
 * Asks the coach something in private, or about a draft: the aside, its run and its reservation are committed together,
 * then the coach answers on its own, whatever becomes of the request. Words that signal self-harm are answered by our own
 * help card, uncharged, and no model reads them.
 */
export async function askCoach(practice: Practice, own: OwnConversation, asked: Asked): Promise<AskedCoach> {
  const ask = () => practice.live.inTurn(own.id, () => commitAside(practice, own, asked));
  let taken = await ask();
  // What answers may be an orphan of an instance that died, and a guest's place may have lapsed: mend it and look again.
  if (!taken.ok && isBusy(taken.reason) && (await settleOrphans(practice, own.id)) > 0) taken = await ask();
  if (!taken.ok && taken.reason === "no-budget") {
    const seat = await regainSeat(practice.db, own.ownerId);
    if (seat === "regained") taken = await ask();
    else if (seat !== "not-needed")
      return { ok: false, reason: seat === "taken" ? "no-seat" : "access-over" };
  }
  if (!taken.ok) return taken;
  if (taken.started) practice.live.detach(runAside(practice, taken.started));
  return { ok: true, again: taken.again };
}

type Committed =
  | { ok: true; again: boolean; started: StartedAside | null }
  | Extract<AskedCoach, { ok: false }>;

async function commitAside(
  practice: Practice,
  own: OwnConversation,
  { asideId, kind, text }: Asked,
): Promise<Committed> {
  return inTransaction(practice.db, async (transaction) => {
    const conversation = await conversationFor(transaction, own, { locked: true });
    if (!conversation) return refused("not-found");
    const all = await asidesOf(transaction, own);
    const same = all.find(({ id }) => id === asideId);
    if (same)
      return same.text === text && same.kind === kind
        ? { ok: true, again: true, started: null }
        : refused("other-text");
    if (await isTaken(transaction, own.id, asideId)) return refused("other-text");
    if (conversation.end) return refused("ended");
    if (conversation.coachMode === "off") return refused("coach-off");

    const row = { conversationId: own.id, id: asideId, turnId: conversation.headTurnId, kind, text };
    if (selfHarmSignal(text) !== null) {
      await transaction.insert(asides).values({ ...row, answer: helpText });
      practice.log("info", "help card shown", {});
      return { ok: true, again: false, started: null };
    }
    const tree = await turnTree(transaction, own);
    // A draft answers what the partner has said; a question need not wait for that.
    const answering = [...tree.values()].some(({ turn }) => turn.partner.status === "running");
    if (kind === "draft" && answering) return refused("busy");
    if (all.some(({ reply }) => reply.status === "running")) return refused("coach-busy");
    if (!practice.model.available("coach")) return refused("resting");

    const aside: Aside = {
      id: asideId,
      turnId: conversation.headTurnId,
      kind,
      text,
      rung: null,
      move: null,
      reply: { status: "running", text: "", attempt: 1 },
    };
    const started = await beginAside(practice, transaction, { conversation, tree, all, aside });
    if (typeof started === "string") return refused(started);
    await transaction.insert(asides).values(row);
    return { ok: true, again: false, started };
  });
}

function refused<Reason extends Extract<AskedCoach, { ok: false }>["reason"]>(reason: Reason) {
  return { ok: false, reason } as const;
}

function isBusy(reason: string): boolean {
  return reason === "busy" || reason === "coach-busy";
}
