import { and, eq, sql } from "drizzle-orm";
import { settle } from "#app/features/budgets/spend.server.ts";
import { weighTokens } from "#app/features/budgets/weighted-tokens.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { LaneResult } from "./lane-result.ts";
import type { Run } from "#app/features/practice/practice.ts";

/**
 * Stores how a run ended, its text and its cost, in one transaction and once: the guard is the run's own row with the
 * writer's fence. Null when somebody else has settled or taken it, and then nothing was written. Amounts in weighted tokens.
 */
export async function settleRun(
  db: Database,
  run: Run,
  result: LaneResult,
  beforeCommit: () => void = () => {},
): Promise<{ charged: number; overage: number } | null> {
  // A lane that failed has nothing to show for what it cost.
  const waived = result.status === "failed";
  return inTransaction(db, async (transaction) => {
    const settled = await transaction
      .update(runs)
      .set({
        status: result.status,
        reason: result.reason,
        text: run.subject === "turn" ? null : result.text,
        counts: result.counts,
        estimated: result.estimated,
        rewritten: result.rewritten,
        firstDeltaMs: result.firstDeltaMs,
        charged: waived ? 0 : Math.min(weighTokens(result.counts), run.reserved),
        settledAt: sql`clock_timestamp()`,
      })
      .where(and(eq(runs.id, run.id), eq(runs.status, "running"), eq(runs.fence, run.fence)))
      .returning({ ceilingDay: runs.ceilingDay });
    const [{ ceilingDay } = {}] = settled;
    if (ceilingDay === undefined) return null;

    const [charge] = await Promise.all([
      settle(transaction, {
        runId: run.id,
        payerId: run.payerId,
        reserved: run.reserved,
        ceilingDay,
        counts: result.counts,
        estimated: result.estimated,
        waived,
      }),
      run.subject === "turn"
        ? transaction.update(messages).set({ text: result.text }).where(lineOf(run))
        : null,
      result.coded?.moves
        ? transaction
            .update(turns)
            .set({ coded: { ...result.coded.moves, agrees: result.coded.told === "agrees" } })
            .where(and(eq(turns.conversationId, run.conversationId), eq(turns.id, run.subjectId)))
        : null,
    ]);
    beforeCommit();
    return charge;
  });
}

/** The line of the transcript that a lane of a turn writes. */
export function lineOf(run: Run) {
  return and(
    eq(messages.conversationId, run.conversationId),
    eq(messages.turnId, run.subjectId),
    eq(messages.role, run.lane),
    eq(messages.attempt, run.attempt),
  );
}
