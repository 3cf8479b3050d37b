import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { Invitation } from "./invitation.ts";
import { hashToken } from "./invitation-token.server.ts";
import { standing } from "./standing.server.ts";

/** What does this link offer, and does it still take somebody? Reads only: a link preview or a mail scanner changes nothing. */
export async function invitationFor(db: Database, token: string): Promise<Invitation | null> {
  const [invitation] = await db
    .select({
      id: invitations.id,
      label: invitations.label,
      note: invitations.note,
      scenario: sql<string | null>`${scenarioVersions.content}->>'title'`,
      quotaTokens: invitations.quotaTokens,
      preset: sql<string | null>`${invitations.quota}->>'preset'`,
      expiresAt: invitations.expiresAt,
      standing,
    })
    .from(invitations)
    .leftJoin(scenarios, and(eq(scenarios.id, invitations.scenarioId), eq(scenarios.status, "published")))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(eq(invitations.tokenHash, hashToken(token)));
  return invitation ?? null;
}

/** Has this person come by it already, as its guest or with their account? */
export async function hasJoined(db: Database, invitationId: string, personId: string): Promise<boolean> {
  const theirs = or(eq(users.id, personId), eq(users.movedTo, personId));
  return (await db.$count(users, and(eq(users.invitationId, invitationId), theirs))) > 0;
}

/** Which scenario was this person invited to practise? The latest invitation's, by its address; null when it names none. */
export async function invitedScenario(db: Database, personId: string): Promise<string | null> {
  const [invited] = await db
    .select({ slug: scenarios.slug })
    .from(users)
    .innerJoin(invitations, eq(invitations.id, users.invitationId))
    .innerJoin(scenarios, eq(scenarios.id, invitations.scenarioId))
    .where(
      and(
        or(eq(users.id, personId), eq(users.movedTo, personId)),
        eq(scenarios.status, "published"),
        isNull(scenarios.ownerId),
      ),
    )
    .orderBy(desc(users.createdAt))
    .limit(1);
  return invited?.slug ?? null;
}
