import { lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { signedOutSessions } from "#db/schema/people.ts";
import type { Session } from "./session-cookie.server.ts";

/** Denies this one cookie until it would have expired; forgets those that have by now. Signing out twice is fine. */
export async function signOut(db: Database, session: Session): Promise<void> {
  await db
    .insert(signedOutSessions)
    .values({ id: session.id, expiresAt: session.expiresAt })
    .onConflictDoNothing();
  await db.delete(signedOutSessions).where(lt(signedOutSessions.expiresAt, sql`clock_timestamp()`));
}
