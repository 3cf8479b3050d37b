import { and, eq } from "drizzle-orm";
import { raiseRole } from "#app/features/budgets/change-role.server.ts";
import { grantedBefore } from "#app/features/budgets/former-accounts.server.ts";
import { takeSeat } from "#app/features/budgets/take-seat.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { hashToken } from "./invitation-token.server.ts";
import { linkGuest } from "./link-guest.server.ts";
import { linkOf, seatGuest } from "./redeem-invitation.server.ts";

/**
 * Adds an invitation's budget to somebody's account, once; the seat is used at once. Whoever registered by themselves
 * becomes a USER by it, with what that role is allotted more. `sessionKeys`: newest first. False when the link takes nobody (any more).
 */
export async function addInvitation(
  db: Database,
  { token, accountId, sessionKeys }: { token: string; accountId: string; sessionKeys: string[] },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    // Two presses at once: the second waits here, and finds that it has been added.
    const [invitation] = await transaction
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.tokenHash, hashToken(token)))
      .for("update");
    if (!invitation) return false;
    const added = and(eq(users.invitationId, invitation.id), eq(users.movedTo, accountId));
    if ((await transaction.$count(users, added)) > 0) return true;

    const seat = await takeSeat(transaction, linkOf(token));
    if (!seat) return false;
    // As if they had come as a guest and linked their account at once: the same rows, the same log.
    const guestId = await seatGuest(transaction, seat, "used");
    await linkGuest(transaction, { guestId, accountId });
    await verify(transaction, accountId, sessionKeys);
    return true;
  });
}

async function verify(transaction: Database, accountId: string, sessionKeys: string[]): Promise<void> {
  const [account] = await transaction
    .select({ subject: users.googleSubject })
    .from(users)
    .where(eq(users.id, accountId));
  const reason = "redeemed an invitation";
  const hadBefore = account?.subject ? await grantedBefore(transaction, sessionKeys, account.subject) : 0;
  await raiseRole(transaction, { actorId: accountId, personId: accountId, role: "USER", reason, hadBefore });
}
