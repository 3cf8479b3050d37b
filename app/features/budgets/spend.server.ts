import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { dailySpending, usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { moveBudget } from "./move-budget.server.ts";
import { type TokenCounts, weighTokens } from "./weighted-tokens.ts";

export type Settlement = {
  runId: string;
  payerId: string;
  /** What was held back for this run, in weighted tokens. */
  reserved: number;
  /** The day whose ceiling it was counted on; null: none. */
  ceilingDay: string | null;
  counts: TokenCounts;
  estimated: boolean;
  /** Nothing came of it that anyone could read: the operator pays all of it. */
  waived: boolean;
};

/**
 * Turns one reservation into a charge, inside the transaction that settles its run (which is what makes it happen once).
 * Never charges more than was reserved: the rest is the operator's overage, which counts on the day's ceiling all the
 * same. Returns both, in weighted tokens. A payer who was erased meanwhile has no row to charge; the log keeps the amount.
 */
export async function settle(
  transaction: Database,
  settlement: Settlement,
): Promise<{ charged: number; overage: number }> {
  const { runId, payerId, reserved, ceilingDay, counts, estimated, waived } = settlement;
  const cost = weighTokens(counts);
  const charged = waived ? 0 : Math.min(cost, reserved);
  const overage = cost - charged;
  const onDay =
    ceilingDay === null
      ? Promise.resolve()
      : transaction
          .update(dailySpending)
          .set({
            reserved: sql`greatest(0, ${dailySpending.reserved} - ${reserved})`,
            used: sql`${dailySpending.used} + ${cost}`,
          })
          .where(eq(dailySpending.day, ceilingDay));
  const onAccount = transaction
    .update(users)
    .set({
      reservedTokens: sql`${users.reservedTokens} - ${reserved}`,
      usedTokens: sql`${users.usedTokens} + ${charged}`,
      overageTokens: sql`${users.overageTokens} + ${overage}`,
      usage: sql`jsonb_build_object(
        'input', (${users.usage}->>'input')::int + ${counts.input}::int,
        'output', (${users.usage}->>'output')::int + ${counts.output}::int,
        'cacheRead', (${users.usage}->>'cacheRead')::int + ${counts.cacheRead}::int,
        'cacheWrite', (${users.usage}->>'cacheWrite')::int + ${counts.cacheWrite}::int)`,
    })
    .where(eq(users.id, payerId))
    .returning({ movedTo: users.movedTo });
  const inLog = transaction
    .insert(usageLog)
    .values({ payerId, kind: "use", amount: -charged, overage, runId, counts, estimated });
  // Sent at once, the day before the account as in `holdingBack`: the transaction keeps them together.
  const [, [payer]] = await Promise.all([onDay, onAccount, inLog]);
  // A guest who has meanwhile linked an account: what this run gives back belongs there.
  if (payer?.movedTo) await moveBudget(transaction, { from: payerId, to: payer.movedTo, reason: "linked" });
  return { charged, overage };
}
