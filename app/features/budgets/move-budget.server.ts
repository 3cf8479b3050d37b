import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";

/**
 * Moves what is neither used nor held back from one person's budget to another's, inside the caller's transaction, with a
 * log row on each side. What a run that still answers gives back later is moved when it settles (`settle`), so that
 * nothing is lost on the way and nothing counted twice. Returns the amount in weighted tokens.
 */
export async function moveBudget(
  transaction: Database,
  { from, to, reason }: { from: string; to: string; reason: string },
): Promise<number> {
  const [giver] = await transaction
    .select({ left: sql<number>`${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens}` })
    .from(users)
    .where(eq(users.id, from))
    .for("update");
  const left = giver?.left ?? 0;
  if (left <= 0) return 0;
  await changeQuota(transaction, from, -left);
  await changeQuota(transaction, to, left);
  await transaction.insert(usageLog).values([
    { payerId: from, kind: "transfer", amount: -left, reason },
    { payerId: to, kind: "transfer", amount: left, reason },
  ]);
  return left;
}

/** Changes the allotment by so many weighted tokens, the counter and its evidence alike; the caller writes the log. */
export async function changeQuota(transaction: Database, personId: string, amount: number): Promise<void> {
  await transaction
    .update(users)
    .set({
      quotaTokens: sql`${users.quotaTokens} + ${amount}::int`,
      quota: sql`jsonb_set(${users.quota}, '{tokens}', to_jsonb(${users.quotaTokens} + ${amount}::int))`,
    })
    .where(eq(users.id, personId));
}
