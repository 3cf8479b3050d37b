import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { changeQuota } from "#app/features/budgets/move-budget.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";

/** What the unused seats of invitations that have run out held goes back to whoever funded them. Returns how many there were. */
export async function refundEndedInvitations(db: Database): Promise<number> {
  const ended = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        isNull(invitations.refundedAt),
        or(lt(invitations.expiresAt, sql`clock_timestamp()`), sql`${invitations.revokedAt} is not null`),
      ),
    );
  for (const { id } of ended) await inTransaction(db, (transaction) => refundUnused(transaction, id));
  return ended.length;
}

/**
 * Frees the seats nobody has used and gives back what they held, once, inside the caller's transaction, for an invitation
 * that takes nobody any more. Returns the amount in weighted tokens; 0 also where the operator funds it.
 */
export async function refundUnused(transaction: Database, invitationId: string): Promise<number> {
  const [invitation] = await transaction
    .select({
      fundedBy: invitations.fundedBy,
      perSeat: invitations.quotaTokens,
      seats: invitations.seats,
    })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isNull(invitations.refundedAt)))
    .for("update");
  if (!invitation) return 0;
  const lapsed = await transaction
    .update(users)
    .set({ seat: "lapsed", seatHeldUntil: null })
    .where(and(eq(users.invitationId, invitationId), eq(users.seat, "held")))
    .returning({ id: users.id });
  const [counted] = await transaction
    .update(invitations)
    .set({
      refundedAt: sql`clock_timestamp()`,
      seatsTaken: sql`${invitations.seatsTaken} - ${lapsed.length}::int`,
      usage: sql`jsonb_build_object('seats', ${invitations.seatsTaken} - ${lapsed.length}::int)`,
    })
    .where(eq(invitations.id, invitationId))
    .returning({ seatsTaken: invitations.seatsTaken });
  const { fundedBy, perSeat, seats } = invitation;
  const amount = (seats - (counted?.seatsTaken ?? seats)) * perSeat;
  if (fundedBy === null || amount === 0) return 0;
  await changeQuota(transaction, fundedBy, amount);
  await transaction
    .insert(usageLog)
    .values({ payerId: fundedBy, kind: "transfer", amount, reason: "unused seats" });
  return amount;
}
