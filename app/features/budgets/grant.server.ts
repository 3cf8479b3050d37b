import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";

export type Grant = {
  personId: string;
  /** Weighted tokens, 0 or more; nothing is written for 0. */
  amount: number;
  /** In words of our own: "invitation", "role raised". */
  reason: string;
  /** Null: the program itself. */
  actorId: string | null;
  /** The preset it comes from; left out: the quota keeps the name it has. */
  preset?: string | null;
};

/** Raises a budget, with its row in the log, in the caller's transaction. Throws when the amount is negative. */
export async function grantTokens(transaction: Database, grant: Grant): Promise<void> {
  const { personId, amount, reason, actorId, preset } = grant;
  if (amount < 0) throw new RangeError("a grant only gives; see adjustBudget");
  if (amount === 0) return;
  const named = preset === undefined ? sql`${users.quota}->'preset'` : sql`to_jsonb(${preset}::text)`;
  await transaction
    .update(users)
    .set({
      quotaTokens: sql`${users.quotaTokens} + ${amount}`,
      quota: sql`jsonb_build_object('tokens', ${users.quotaTokens} + ${amount}, 'preset', ${named})`,
    })
    .where(eq(users.id, personId));
  await transaction.insert(usageLog).values({ payerId: personId, kind: "grant", amount, reason, actorId });
}
