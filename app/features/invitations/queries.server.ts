import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import type { Invitation, Standing } from "./invitation.ts";
import { hashToken } from "./invitation-token.server.ts";

/** What does this link offer, and does it still take somebody? Reads only: a link preview or a mail scanner changes nothing. */
export async function invitationFor(db: Database, token: string): Promise<Invitation | null> {
  const [invitation] = await db
    .select({
      id: invitations.id,
      label: invitations.label,
      note: invitations.note,
      quotaTokens: invitations.quotaTokens,
      preset: sql<string | null>`${invitations.quota}->>'preset'`,
      expiresAt: invitations.expiresAt,
      standing: sql<Standing>`case
        when ${invitations.revokedAt} is not null then 'revoked'
        when ${invitations.expiresAt} <= clock_timestamp() then 'expired'
        when ${invitations.closedAt} is not null then 'closed'
        when ${invitations.seatsTaken} >= ${invitations.seats} then 'used-up'
        else 'open' end`,
    })
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  return invitation ?? null;
}
