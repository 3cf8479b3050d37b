import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";

export type Grant = {
  personId: string;
  /** Weighted tokens. */
  amount: number;
  reason: string;
  actorId: string | null;
  preset?: string | null;
};

/** Adds to somebody's budget, in the caller's transaction. */
export async function grantTokens(
  transaction: Database,
  { personId, amount, reason, actorId }: Grant,
): Promise<void> {
  await transaction
    .update(users)
    .set({
      quotaTokens: sql`${users.quotaTokens} + ${amount}`,
      quota: sql`jsonb_set(${users.quota}, '{tokens}', to_jsonb(${users.quotaTokens} + ${amount}))`,
    })
    .where(eq(users.id, personId));
  await transaction.insert(usageLog).values({ payerId: personId, kind: "grant", amount, reason, actorId });
}
