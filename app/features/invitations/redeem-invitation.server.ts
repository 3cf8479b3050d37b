import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { type Seat, seatHeldUntil, takeSeat } from "#app/features/budgets/take-seat.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { hashToken } from "./invitation-token.server.ts";

export type Guest = { personId: string; epoch: number; expiresAt: Date };

/**
 * Takes a seat and becomes its guest, with a budget of their own; null when the link takes nobody (any more). The seat is
 * held for 15 minutes: the first turn uses it, and without one it is free again.
 */
export async function redeemInvitation(db: Database, token: string): Promise<Guest | null> {
  return inTransaction(db, async (transaction) => {
    const seat = await takeSeat(transaction, linkOf(token));
    if (!seat) return null;
    const personId = await seatGuest(transaction, seat, "held");
    return { personId, epoch: 0, expiresAt: seat.expiresAt };
  });
}

/** The invitation of this link, if it takes anybody new. */
export function linkOf(token: string) {
  return sql`token_hash = ${hashToken(token)} and closed_at is null`;
}

/** Writes down the guest of a seat just taken, with the budget it carries. Returns their id. */
export async function seatGuest(
  transaction: Database,
  seat: Seat,
  standing: "held" | "used",
): Promise<string> {
  const personId = uuidv7();
  const { invitationId, quota, expiresAt } = seat;
  await transaction.insert(users).values({
    id: personId,
    role: "GUEST",
    invitationId,
    seat: standing,
    seatHeldUntil: standing === "held" ? seatHeldUntil : null,
    quota,
    quotaTokens: quota.tokens,
    expiresAt,
  });
  await transaction
    .insert(usageLog)
    .values({ payerId: personId, kind: "grant", amount: quota.tokens, reason: "invitation" });
  return personId;
}
