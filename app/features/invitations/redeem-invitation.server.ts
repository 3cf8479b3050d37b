import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { hashToken } from "./invitation-token.server.ts";

export type Guest = { personId: string; epoch: number; expiresAt: Date };

/**
 * Takes a seat and becomes its guest, with a budget of their own; null when the link takes nobody (any more). The guard
 * stands in the UPDATE, so that twenty people at once cannot share the last seat.
 */
export async function redeemInvitation(db: Database, token: string): Promise<Guest | null> {
  return db.transaction(async (transaction) => {
    const [seat] = await transaction
      .update(invitations)
      .set({
        seatsTaken: sql`${invitations.seatsTaken} + 1`,
        usage: sql`jsonb_build_object('seats', ${invitations.seatsTaken} + 1)`,
      })
      .where(
        and(
          eq(invitations.tokenHash, hashToken(token)),
          isNull(invitations.revokedAt),
          isNull(invitations.closedAt),
          gt(invitations.expiresAt, sql`clock_timestamp()`),
          lt(invitations.seatsTaken, invitations.seats),
        ),
      )
      .returning({ id: invitations.id, quota: invitations.quota, expiresAt: invitations.expiresAt });
    if (!seat) return null;

    const personId = uuidv7();
    await transaction.insert(users).values({
      id: personId,
      role: "GUEST",
      invitationId: seat.id,
      quota: seat.quota,
      quotaTokens: seat.quota.tokens,
      expiresAt: seat.expiresAt,
    });
    await transaction
      .insert(usageLog)
      .values({ payerId: personId, kind: "grant", amount: seat.quota.tokens, reason: "invitation" });
    return { personId, epoch: 0, expiresAt: seat.expiresAt };
  });
}
