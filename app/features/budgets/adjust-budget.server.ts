import { eq, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";

export type Adjustment = {
  actorId: string;
  personId: string;
  /** Weighted tokens; negative takes. */
  amount: number;
  reason: string;
};

/** Adds to a budget or takes from it, as a row of the log, with its line in the audit. */
export async function adjustBudget(
  db: Database,
  { actorId, personId, amount, reason }: Adjustment,
): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .update(users)
      .set({ quotaTokens: sql`${users.quotaTokens} + ${amount}` })
      .where(eq(users.id, personId));
    await transaction.insert(usageLog).values({ payerId: personId, kind: "adjust", amount, reason, actorId });
    await audit(transaction, {
      actorId,
      deed: "budget adjusted",
      subject: { kind: "person", id: personId },
      facts: { amount, reason },
    });
  });
}
