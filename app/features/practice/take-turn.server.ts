import { eq, sql } from "drizzle-orm";
import { reserve } from "#app/features/budgets/spend.server.ts";
import { nextState } from "#app/features/coaching/partner-state.ts";
import { readLearnerMoves } from "#app/features/coaching/read-learner-moves.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import {
  type Conversation,
  conversationFor,
  type OwnConversation,
} from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnNode, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { newRun } from "./new-run.server.ts";
import type { Practice, Run } from "./practice.ts";
import { formerCharge, reservationFor } from "./reservation.server.ts";
import { runTurn } from "./run-turn.server.ts";
import { settleOrphans } from "./settle-orphans.server.ts";

export type Spoken = {
  /** Made by the client: the turn's own id, and what makes a second post of it the same turn. */
  turnId: string;
  /** The turn it continues; null: the one the branch in view ends with. */
  parentId: string | null;
  /** As `readMessageText` gave it. */
  text: string;
};

export type TakenTurn =
  /** `again`: this very turn had been taken before; nothing new is run or charged. */
  | { ok: true; ordinal: number; again: boolean }
  | {
      ok: false;
      reason: "not-found" | "other-text" | "ended" | "busy" | "resting" | "no-budget" | "unknown-parent";
    };

/**
 * Takes what the learner said as one turn: in one transaction the turn, the message and the reservation for both lanes,
 * then both lanes run on their own, whatever becomes of the request. Nothing is acknowledged before the commit.
 */
export async function takeTurn(practice: Practice, own: OwnConversation, spoken: Spoken): Promise<TakenTurn> {
  const first = await practice.live.inTurn(own.id, () => commitTurn(practice, own, spoken));
  // The one that answers may be an orphan of an instance that died: settle it and look again.
  const orphaned = !first.ok && first.reason === "busy" && (await settleOrphans(practice, own.id)) > 0;
  const taken = orphaned
    ? await practice.live.inTurn(own.id, () => commitTurn(practice, own, spoken))
    : first;
  if (!taken.ok) return taken;
  if (taken.started) practice.reached("after-commit");
  if (taken.started) practice.live.detach(runTurn(practice, taken.started));
  return { ok: true, ordinal: taken.ordinal, again: taken.started === null };
}

export type StartedTurn = { conversation: Conversation; turnId: string; branch: Turn[]; runs: Run[] };

type Committed =
  | { ok: true; ordinal: number; started: StartedTurn | null }
  | Extract<TakenTurn, { ok: false }>;

async function commitTurn(practice: Practice, own: OwnConversation, spoken: Spoken): Promise<Committed> {
  try {
    return await inTransaction(practice.db, (transaction) => commit(transaction, practice, own, spoken));
  } catch (error) {
    if (error instanceof NoBudget) return { ok: false, reason: "no-budget" };
    throw error;
  }
}

/** Takes the transaction back: a refusal leaves nothing behind. */
class NoBudget extends Error {}

async function commit(
  transaction: Database,
  practice: Practice,
  own: OwnConversation,
  spoken: Spoken,
): Promise<Committed> {
  // One at a time in a conversation: whoever comes second sees all that the first one did. Both are sent at once and
  // answered in this order.
  const [conversation, tree] = await Promise.all([
    conversationFor(transaction, own, { locked: true }),
    turnTree(transaction, own),
  ]);
  if (!conversation) return { ok: false, reason: "not-found" };

  const same = tree.get(spoken.turnId)?.turn;
  if (same) {
    if (same.learner !== spoken.text) return { ok: false, reason: "other-text" };
    return { ok: true, ordinal: same.ordinal, started: null };
  }
  if (conversation.end) return { ok: false, reason: "ended" };
  const partnerAnswers = [...tree.values()].some(({ turn }) => turn.partner.status === "running");
  if (partnerAnswers) return { ok: false, reason: "busy" };

  // A model that only fails is given a rest; nothing is held back for a call that would not be made.
  if (!practice.model.available("partner")) return { ok: false, reason: "resting" };

  const nodes = branchTo(tree, spoken.parentId ?? conversation.headTurnId);
  const before = nodes.map(({ turn }) => turn);
  const parent = before.at(-1);
  if (!parent) return { ok: false, reason: "unknown-parent" };

  const turn = readTurn(conversation, before, parent, spoken);
  const branch = [...before, turn];
  const planned = planRuns(practice, conversation, branch, nodes);
  const replies = planned.filter(({ status }) => status === "running");
  const amount = planned.reduce((sum, run) => sum + run.reserved, 0);
  // Sent at once, done in this order.
  const [reserved] = await Promise.all([
    reserve(transaction, own.ownerId, amount),
    transaction.insert(turns).values({
      conversationId: own.id,
      id: turn.id,
      parentId: parent.id,
      ordinal: turn.ordinal,
      moves: turn.moves,
      state: turn.state,
      coachMode: conversation.coachMode,
    }),
    transaction
      .insert(messages)
      .values([
        { conversationId: own.id, turnId: turn.id, role: "user", text: spoken.text },
        ...replies.map(({ lane }) => ({ conversationId: own.id, turnId: turn.id, role: lane, text: "" })),
      ]),
    transaction.insert(runs).values(planned),
    transaction
      .update(conversationSessions)
      .set({ headTurnId: turn.id, lastTurnAt: sql`clock_timestamp()` })
      .where(eq(conversationSessions.id, own.id)),
  ]);
  if (!reserved) throw new NoBudget();

  const started: Run[] = replies.map(({ id, lane, attempt, payerId, reserved: amountHeld }) => ({
    id,
    lane,
    attempt,
    payerId,
    reserved: amountHeld,
    fence: 1,
    conversationId: own.id,
    turnId: turn.id,
  }));
  return {
    ok: true,
    ordinal: turn.ordinal,
    started: { conversation, turnId: turn.id, branch, runs: started },
  };
}

/** The rules read the learner's words and move the partner's state before any model is called. */
function readTurn(conversation: Conversation, before: Turn[], parent: Turn, { turnId, text }: Spoken): Turn {
  const { content, difficulty, coachMode } = conversation;
  const ordinal = parent.ordinal + 1;
  const moves = readLearnerMoves({ content, before, text });
  // The learner forms a view of their own first: the coach is silent on the first message.
  const coached = coachMode !== "off" && ordinal > 1;
  return {
    id: turnId,
    ordinal,
    learner: text,
    partner: { status: "running", text: "", attempt: 1 },
    coach: { status: coached ? "running" : "silent", text: "", attempt: 1 },
    moves,
    state: nextState({ content, difficulty, before, moves, turn: ordinal }),
  };
}

function planRuns(practice: Practice, conversation: Conversation, branch: Turn[], before: TurnNode[]) {
  const turn = branch.at(-1);
  if (!turn) throw new Error("a branch has at least one turn");
  return (["partner", "coach"] as const).map((lane) => {
    const status =
      lane === "coach" && turn.coach.status === "silent" ? ("silent" as const) : ("running" as const);
    const reserved =
      status === "silent" ? 0 : reservationFor(conversation, branch, lane, formerCharge(before, lane));
    return newRun(practice, { conversation, turnId: turn.id, lane, attempt: 1, status, reserved });
  });
}
