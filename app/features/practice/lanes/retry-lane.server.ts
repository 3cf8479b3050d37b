import type { Lane } from "#app/ai/model.ts";
import { continuationsOf } from "#app/features/conversations/branches/branch-tree.server.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnNode, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { inTransaction } from "#db/failures.ts";
import { messages } from "#db/schema/conversations.ts";
import { beginRun } from "./begin-run.server.ts";
import { laneRequest } from "./lane-request.ts";
import { lineJudge } from "./line-judge.ts";
import { planRun } from "./new-run.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { formerCharge, reservationFor } from "./reservation.server.ts";
import { runLane } from "./run-lane.server.ts";
import { coachLane } from "#app/features/practice/turns/run-turn.server.ts";

export type RetriedLane =
  | { ok: true; ordinal: number }
  | {
      ok: false;
      reason: "not-found" | "ended" | "busy" | "resting" | "no-budget" | "site-limit" | "nothing-to-retry";
    };

/** What a learner may ask for again; a complete answer stays what it is. */
export const retryable = ["failed", "partial", "stopped", "refused"];

/**
 * Answers one lane of a turn again, as a new attempt that leaves the other lane and the learner's words untouched. A partner
 * is asked again only where nothing has been said after it, on whatever branch. Two clicks at once are one attempt.
 */
export async function retryLane(
  practice: Practice,
  own: OwnConversation,
  { turnId, lane }: { turnId: string; lane: Lane },
): Promise<RetriedLane> {
  const committed = await inTransaction(practice.db, async (transaction) => {
    const conversation = await conversationFor(transaction, own, { locked: true });
    const tree = conversation ? await turnTree(transaction, own) : new Map<string, TurnNode>();
    const nodes = branchTo(tree, turnId);
    const stored = nodes.map((node) => node.turn);
    const turn = stored.at(-1);
    if (!conversation || !turn) return { ok: false, reason: "not-found" } as const;
    if (conversation.end) return { ok: false, reason: "ended" } as const;

    const last = turn[lane];
    if (last.status === "running") return { ok: false, reason: "busy" } as const;
    const goneOn = conversation.headTurnId !== turnId || continuationsOf(tree, turnId).length > 0;
    const overtaken = lane === "partner" && goneOn;
    if (!retryable.includes(last.status) || overtaken)
      return { ok: false, reason: "nothing-to-retry" } as const;

    if (!practice.model.available(lane)) return { ok: false, reason: "resting" } as const;

    const attempt = last.attempt + 1;
    // What the lane said before is not part of what it is asked now.
    const branch = [
      ...rehearsedTurns(stored.slice(0, -1)),
      { ...turn, [lane]: { status: "running" as const, text: "", attempt } },
    ];
    const reserved = reservationFor(conversation, branch, lane, formerCharge(nodes, lane));
    const planned = planRun(practice, conversation, { lane, attempt, status: "running", reserved });
    const about = { conversationId: own.id, subject: "turn", subjectId: turnId } as const;
    const run = await beginRun(transaction, planned, about);
    if (typeof run === "string") return { ok: false, reason: run } as const;
    await transaction
      .insert(messages)
      .values({ conversationId: own.id, turnId, role: lane, attempt, text: "" });
    return { ok: true, conversation, branch, run, ordinal: turn.ordinal } as const;
  });
  if (!committed.ok) return committed;

  const { conversation, branch, run, ordinal } = committed;
  practice.live.detach(
    lane === "partner"
      ? runLane(practice, run, lineJudge(conversation, branch), async () =>
          laneRequest(conversation, branch, lane, run.maxTokens),
        )
      : coachLane(practice, conversation, turnId, run, branch, Promise.resolve()),
  );
  return { ok: true, ordinal };
}
