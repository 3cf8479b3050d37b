import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { hashToken, makeToken } from "./invitation-token.server.ts";

export type NewInvitation = {
  label: string;
  source: "start" | "person";
  seats: number;
  /** Weighted tokens of each seat: a snapshot, whatever becomes of the preset. */
  quota: { tokens: number; preset: string | null };
  /** From now, on the database's clock. */
  days: number;
};

/** Makes an invitation and returns its token, which is stored nowhere and cannot be shown again. */
export async function makeInvitation(db: Database, invitation: NewInvitation): Promise<string> {
  const token = makeToken();
  await db.insert(invitations).values({
    id: uuidv7(),
    tokenHash: hashToken(token),
    label: invitation.label,
    source: invitation.source,
    seats: invitation.seats,
    quota: invitation.quota,
    quotaTokens: invitation.quota.tokens,
    expiresAt: sql`clock_timestamp() + make_interval(days => ${invitation.days})`,
  });
  return token;
}

/** The last start's link takes nobody new from now on; guests who came by it keep session and budget. */
export async function closeStartInvitations(db: Database): Promise<void> {
  await db
    .update(invitations)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(and(eq(invitations.source, "start"), isNull(invitations.closedAt)));
}
