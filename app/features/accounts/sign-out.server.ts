import { eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { signedOutSessions, users } from "#db/schema/people.ts";
import { audit } from "./audit.server.ts";
import { accountSessionDays, type Session } from "./session-cookie.server.ts";

/**
 * Denies this one session until no cookie of it can be good any more: a copy of it may have been renewed just now. Forgets
 * those that have run out by now. Signing out twice is fine.
 */
export async function signOut(db: Database, session: Session): Promise<void> {
  await db
    .insert(signedOutSessions)
    .values({
      id: session.id,
      expiresAt: sql`greatest(${session.expiresAt.toISOString()}::timestamptz, clock_timestamp() + make_interval(days => ${accountSessionDays}))`,
    })
    .onConflictDoNothing();
  await db.delete(signedOutSessions).where(lt(signedOutSessions.expiresAt, sql`clock_timestamp()`));
}

/** Ends every session of this person, on every device, at once. What still answers them is for the caller to stop. */
export async function signOutEverywhere(db: Database, personId: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction
      .update(users)
      .set({ sessionEpoch: sql`${users.sessionEpoch} + 1` })
      .where(eq(users.id, personId));
    await audit(transaction, {
      actorId: personId,
      deed: "signed out everywhere",
      subject: { kind: "person", id: personId },
    });
  });
}
