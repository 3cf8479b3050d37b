import { and, eq, isNull, sql } from "drizzle-orm";
import { asked, type Database } from "#db/client.server.ts";
import { signedOutSessions, users } from "#db/schema/people.ts";
import { hasAccess } from "./access.server.ts";
import type { Person } from "./person.ts";
import type { Session } from "./session-cookie.server.ts";

/**
 * Who stands behind this session now? Null when it was signed out, its epoch is over, they were shut out, or a guest's
 * access has ended.
 * The role comes from the database on every request, so that a change of role is in force at once.
 */
export async function personFor(db: Database, session: Session): Promise<Person | null> {
  const { id, personId, epoch } = session;
  const [person] = await personOfSession(db).execute({ id, personId, epoch });
  return person ?? null;
}

const personOfSession = asked((db) =>
  db
    .select({
      id: users.id,
      role: users.role,
      name: users.name,
      invitationId: users.invitationId,
      isGuest: sql<boolean>`${users.invitationId} is not null and ${users.googleSubject} is null`,
      hasGoogle: sql<boolean>`${users.googleSubject} is not null`,
    })
    .from(users)
    .leftJoin(signedOutSessions, eq(signedOutSessions.id, sql.placeholder("id")))
    .where(
      and(
        eq(users.id, sql.placeholder("personId")),
        eq(users.sessionEpoch, sql.placeholder("epoch")),
        isNull(signedOutSessions.id),
        hasAccess,
      ),
    )
    .prepare("person_of_session"),
);
