import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { type Inviter, mineOf } from "./inviter.server.ts";
import { refundUnused } from "./refund-unused.server.ts";

/**
 * Takes an invitation back: nobody new comes in, its guests' sessions end and no turn of theirs begins any more, and what
 * unused seats held goes back. Who has linked an account keeps what is theirs, and every transcript stays. The link of a
 * start is only closed to newcomers. Returns the guests whom somebody still answers, for the caller to stop; null when it
 * is not theirs to take back, or has been taken back before.
 */
export async function revokeInvitation(
  db: Database,
  inviter: Inviter,
  invitationId: string,
): Promise<string[] | null> {
  const revoked = await inTransaction(db, (transaction) => revoke(transaction, inviter, invitationId));
  if (!revoked) return null;
  const answered = await db
    .selectDistinct({ id: runs.payerId })
    .from(runs)
    .where(
      and(
        eq(runs.status, "running"),
        inArray(runs.payerId, db.select({ id: users.id }).from(users).where(itsGuests(invitationId))),
      ),
    );
  return revoked === "closed" ? [] : answered.map(({ id }) => id);
}

async function revoke(
  transaction: Database,
  inviter: Inviter,
  invitationId: string,
): Promise<"revoked" | "closed" | null> {
  const [found] = await transaction
    .select({ source: invitations.source, closedAt: invitations.closedAt })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt), mineOf(inviter)))
    .for("update");
  if (!found || found.closedAt) return null;
  const closed = found.source === "start";
  await transaction
    .update(invitations)
    .set(closed ? { closedAt: sql`clock_timestamp()` } : { revokedAt: sql`clock_timestamp()` })
    .where(eq(invitations.id, invitationId));
  const ended = closed ? [] : await endAccess(transaction, invitationId);
  const refunded = closed ? 0 : await refundUnused(transaction, invitationId);
  await audit(transaction, {
    actorId: inviter.id,
    deed: closed ? "invitation closed" : "invitation revoked",
    subject: { kind: "invitation", id: invitationId },
    facts: { guests: ended.length, refunded },
  });
  return closed ? "closed" : "revoked";
}

/** Their cookies are good for nothing from here on, and a turn that crosses with this finds their access over. */
async function endAccess(transaction: Database, invitationId: string) {
  return transaction
    .update(users)
    .set({
      sessionEpoch: sql`${users.sessionEpoch} + 1`,
      expiresAt: sql`least(${users.expiresAt}, clock_timestamp())`,
    })
    .where(itsGuests(invitationId))
    .returning({ id: users.id });
}

/** Those who came by it and have not moved to an account of their own. */
function itsGuests(invitationId: string) {
  return and(
    eq(users.invitationId, invitationId),
    eq(users.role, "GUEST"),
    isNull(users.googleSubject),
    isNull(users.movedTo),
  );
}
