import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";

/** Moves a guest's conversations and what is left of the budget to an account, and ends the guest's sessions. */
export async function linkGuest(
  transaction: Database,
  { guestId, accountId }: { guestId: string; accountId: string },
): Promise<void> {
  const [guest] = await transaction
    .update(users)
    .set({
      movedTo: accountId,
      sessionEpoch: sql`${users.sessionEpoch} + 1`,
      quotaTokens: sql`${users.usedTokens} + ${users.reservedTokens}`,
    })
    .where(and(eq(users.id, guestId), isNull(users.movedTo)))
    .returning({ quota: users.quota, kept: users.quotaTokens });
  if (!guest) return;
  const left = guest.quota.tokens - guest.kept;
  await transaction
    .update(users)
    .set({ quotaTokens: sql`${users.quotaTokens} + ${left}` })
    .where(eq(users.id, accountId));
  await transaction.insert(usageLog).values([
    { payerId: guestId, kind: "transfer", amount: -left, reason: "linked" },
    { payerId: accountId, kind: "transfer", amount: left, reason: "linked" },
  ]);
  await transaction
    .update(conversationSessions)
    .set({ ownerId: accountId })
    .where(eq(conversationSessions.ownerId, guestId));
}
