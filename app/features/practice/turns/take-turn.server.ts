import { regainSeat } from "#app/features/budgets/regain-seat.server.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import { tipFrom } from "#app/features/conversations/branches/branch-tree.server.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import {
  type Conversation,
  conversationFor,
  type OwnConversation,
} from "#app/features/conversations/queries.server.ts";
import {
  branchTo,
  type TurnNode,
  type TurnTree,
  turnTree,
} from "#app/features/conversations/turn-tree.server.ts";
import { type PlannedRun, planRun } from "#app/features/practice/lanes/new-run.server.ts";
import { helpTurn, readTurn } from "./new-turn.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import { formerCharge, reservationFor } from "#app/features/practice/lanes/reservation.server.ts";
import { runTurn } from "./run-turn.server.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { shortened } from "./shorter-answers.ts";
import { writeTurn } from "./write-turn.server.ts";

export type Spoken = {
  /** Made by the client: the turn's own id, and what makes a second post of it the same turn. */
  turnId: string;
  /** The turn it continues; null: the one the branch in view ends with. */
  parentId: string | null;
  /**
   * The turn that the sender saw the conversation end with: if another tab has gone on from it since, so does this; if
   * another tab has left that branch, this stays on it. Says nothing where `parentId` is given.
   */
  tipId?: string | null;
  /** As `readMessageText` gave it. */
  text: string;
};

/** A conversation as it was read a moment ago, and its turns if they were asked for too. */
export type Known = { conversation: Conversation; tree: Promise<TurnTree> | null };

export type TakenTurn =
  /** `again`: this very turn had been taken before; nothing new is run or charged. */
  | { ok: true; ordinal: number; again: boolean }
  | {
      ok: false;
      reason:
        | "not-found"
        | "other-text"
        | "ended"
        | "busy"
        | "resting"
        | "no-budget"
        | "no-seat"
        | "access-over"
        | "site-limit"
        | "unknown-parent";
    };

/**
 * Takes what the learner said as one turn: the turn, the message and the reservation for both lanes are committed
 * together, then both lanes run on their own, whatever becomes of the request. Nothing is acknowledged before the commit.
 * `known`: what the caller has just read.
 */
export async function takeTurn(
  practice: Practice,
  own: OwnConversation,
  spoken: Spoken,
  known: Known | null = null,
): Promise<TakenTurn> {
  const first = await practice.live.inTurn(own.id, () => commitTurn(practice, own, spoken, known));
  // The one that answers may be an orphan of an instance that died: settle it and look again.
  const orphaned = !first.ok && first.reason === "busy" && (await settleOrphans(practice, own.id)) > 0;
  const taken = orphaned
    ? await practice.live.inTurn(own.id, () => commitTurn(practice, own, spoken, null))
    : first;
  if (!taken.ok) return taken;
  if (taken.started) practice.reached("after-commit");
  if (taken.started) begin(practice, taken.started);
  return { ok: true, ordinal: taken.ordinal, again: taken.started === null };
}

/** A turn without a run is one the help card has answered; it is counted, and nothing of it is written anywhere else. */
function begin(practice: Practice, started: StartedTurn): void {
  if (started.runs.length > 0) return practice.live.detach(runTurn(practice, started));
  practice.live.tell({ conversationId: started.conversation.id, subjectId: started.turnId });
  practice.log("info", "help card shown", {});
}

export type StartedTurn = { conversation: Conversation; turnId: string; branch: Turn[]; runs: Run[] };

type Committed =
  | { ok: true; ordinal: number; started: StartedTurn | null }
  | Extract<TakenTurn, { ok: false }>;

/** Each time something else has happened to the conversation meanwhile, which cannot be often. */
const looks = 6;

/**
 * Reads without a lock and writes only if nothing has changed since: two statements in place of a transaction of many.
 * Whoever comes second finds that, looks again, and sees all that the first one did.
 */
async function commitTurn(
  practice: Practice,
  own: OwnConversation,
  spoken: Spoken,
  known: Known | null,
): Promise<Committed> {
  for (let left = looks; left > 0; left--) {
    const before = left === looks ? known : null;
    const [conversation, tree] = await Promise.all([
      before?.conversation ?? conversationFor(practice.db, own),
      before?.tree ?? turnTree(practice.db, own),
    ]);
    if (!conversation) return { ok: false, reason: "not-found" };
    const decided = decide(practice, conversation, tree, spoken);
    if (decided === "stale") continue;
    // Others may have been before it in the queue: what was read before that takes no turn, but refuses none either.
    if (!("turn" in decided) && !decided.ok && before?.tree) continue;
    if (!("turn" in decided)) return decided;

    const { turn, branch } = decided;
    const written = await write(practice, conversation, decided);
    if (written === "crossed") continue;
    if (typeof written === "string") return { ok: false, reason: written };
    const speaking = written.filter(({ status }) => status === "running");
    const started = speaking.map(({ id, lane, attempt, payerId, reserved, maxTokens }) => ({
      id,
      lane,
      attempt,
      payerId,
      reserved,
      maxTokens,
      fence: 1,
      conversationId: own.id,
      subject: "turn" as const,
      subjectId: turn.id,
      isAlone: speaking.length === 1,
    }));
    return {
      ok: true,
      ordinal: turn.ordinal,
      started: { conversation, turnId: turn.id, branch, runs: started },
    };
  }
  return { ok: false, reason: "busy" };
}

/** Why a guest whose place is gone cannot go on. */
const withoutSeat = { "not-needed": "no-budget", taken: "no-seat", over: "access-over" } as const;

/** The last turn a budget carries is written with shorter answers. Returns the runs as they were written. */
async function write(
  practice: Practice,
  conversation: Conversation,
  { turn, parent, planned }: Decided,
): Promise<PlannedRun[] | "crossed" | "other-text" | "no-budget" | "site-limit" | "no-seat" | "access-over"> {
  const written = await writeTurn(practice.db, { conversation, turn, parent, planned });
  if (written.outcome === "held") return planned;
  if (written.outcome === "taken") return "other-text";
  if (written.outcome === "no-seat") {
    const seat = await regainSeat(practice.db, conversation.ownerId);
    return seat === "regained" ? "crossed" : withoutSeat[seat];
  }
  if (written.outcome !== "short") return written.outcome;
  const shorter = shortened(planned, written.free);
  if (!shorter) return "no-budget";
  const again = await writeTurn(practice.db, { conversation, turn, parent, planned: shorter });
  if (again.outcome === "held") return shorter;
  // Even less is left by now: the next look finds how much.
  return again.outcome === "site-limit" ? "site-limit" : "crossed";
}

type Decided = { turn: Turn; parent: Turn; branch: Turn[]; planned: PlannedRun[] };

function decide(
  practice: Practice,
  conversation: Conversation,
  tree: TurnTree,
  spoken: Spoken,
): Decided | Committed | "stale" {
  const same = tree.get(spoken.turnId)?.turn;
  if (same) {
    if (same.learner !== spoken.text) return { ok: false, reason: "other-text" };
    return { ok: true, ordinal: same.ordinal, started: null };
  }
  if (conversation.end) return { ok: false, reason: "ended" };
  const partnerAnswers = [...tree.values()].some(({ turn }) => turn.partner.status === "running");
  if (partnerAnswers) return { ok: false, reason: "busy" };

  const needsHelp = selfHarmSignal(spoken.text) !== null;
  // A model that only fails is given a rest; nothing is held back for a call that would not be made.
  if (!needsHelp && !practice.model.available("partner")) return { ok: false, reason: "resting" };

  // The conversation and its turns were read one after the other.
  if (!tree.has(conversation.headTurnId)) return "stale";
  const nodes = branchTo(tree, parentOf(tree, conversation, spoken));
  const parent = nodes.at(-1)?.turn;
  const before = rehearsedTurns(nodes.map(({ turn }) => turn));
  if (!parent) return { ok: false, reason: "unknown-parent" };
  const turn = needsHelp ? helpTurn(parent, spoken) : readTurn(conversation, before, parent, spoken);
  const branch = [...before, turn];
  return { turn, parent, branch, planned: planRuns(practice, conversation, branch, nodes) };
}

/** Which turn does it continue? May name one that is not there. */
function parentOf(tree: TurnTree, { headTurnId }: Conversation, { parentId, tipId }: Spoken): string {
  if (parentId) return parentId;
  if (!tipId) return headTurnId;
  if (!tree.has(tipId)) return tipId;
  const inView = branchTo(tree, headTurnId).some(({ turn }) => turn.id === tipId);
  return inView ? headTurnId : tipFrom(tree, tipId);
}

function planRuns(
  practice: Practice,
  conversation: Conversation,
  branch: Turn[],
  before: TurnNode[],
): PlannedRun[] {
  const turn = branch.at(-1);
  if (!turn) throw new Error("a branch has at least one turn");
  return (["partner", "coach"] as const).map((lane) => {
    const status = turn[lane].status === "silent" ? ("silent" as const) : ("running" as const);
    const reserved =
      status === "silent" ? 0 : reservationFor(conversation, branch, lane, formerCharge(before, lane));
    return planRun(practice, conversation, { lane, attempt: 1, status, reserved });
  });
}
