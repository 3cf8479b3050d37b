import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { moveBudget } from "./move-budget.server.ts";
import { type TokenCounts, weighTokens } from "./weighted-tokens.ts";

/**
 * Holds back `amount` weighted tokens of a person's budget, or answers false and changes nothing. One guarded UPDATE: any
 * number of turns at once can never hold back more than is there.
 */
export async function reserve(db: Database, payerId: string, amount: number): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ reservedTokens: sql`${users.reservedTokens} + ${amount}` })
    .where(
      and(
        eq(users.id, payerId),
        sql`${users.usedTokens} + ${users.reservedTokens} + ${amount} <= ${users.quotaTokens}`,
      ),
    )
    .returning({ id: users.id });
  return rows.length === 1;
}

export type Settlement = {
  runId: string;
  payerId: string;
  /** What was held back for this run, in weighted tokens. */
  reserved: number;
  counts: TokenCounts;
  estimated: boolean;
  /** Nothing came of it that anyone could read: the operator pays all of it. */
  waived: boolean;
};

/**
 * Turns one reservation into a charge, inside the transaction that settles its run (which is what makes it happen once).
 * Never charges more than was reserved: the rest is the operator's overage. Returns both, in weighted tokens. A payer who
 * was erased meanwhile has no row to charge; the log keeps the amount.
 */
export async function settle(
  transaction: Database,
  settlement: Settlement,
): Promise<{ charged: number; overage: number }> {
  const { runId, payerId, reserved, counts, estimated, waived } = settlement;
  const cost = weighTokens(counts);
  const charged = waived ? 0 : Math.min(cost, reserved);
  const overage = cost - charged;
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
  // Sent at once: the transaction keeps them together.
  const [[payer]] = await Promise.all([onAccount, inLog]);
  // A guest who has meanwhile linked an account: what this run gives back belongs there.
  if (payer?.movedTo) await moveBudget(transaction, { from: payerId, to: payer.movedTo, reason: "linked" });
  return { charged, overage };
}
