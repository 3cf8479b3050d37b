import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { changeQuota } from "./move-budget.server.ts";

export type Grant = {
  personId: string;
  /** Weighted tokens. */
  amount: number;
  reason: string;
  /** Null: the program itself. */
  actorId: string | null;
};

/** Adds to somebody's budget, with its row in the log, inside the caller's transaction. */
export async function grantTokens(transaction: Database, grant: Grant): Promise<void> {
  const { personId, amount, reason, actorId } = grant;
  await changeQuota(transaction, personId, amount);
  await transaction.insert(usageLog).values({ payerId: personId, kind: "grant", amount, reason, actorId });
}
