import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
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
  note?: string | null;
  scenarioId?: string | null;
  createdBy?: string;
  /** Whose budget it is taken from; left out: the operator's. */
  fundedBy?: string | null;
};

/** Makes an invitation and returns its token, which is stored nowhere and cannot be shown again. */
export async function makeInvitation(db: Database, invitation: NewInvitation): Promise<string> {
  const token = makeToken();
  await writeInvitation(db, { id: uuidv7(), token }, invitation);
  return token;
}

/** The one that a start prints: the last start's takes nobody new from then on, and the audit has its line. */
export async function makeStartInvitation(
  db: Database,
  invitation: Omit<NewInvitation, "source">,
): Promise<string> {
  const link = { id: uuidv7(), token: makeToken() };
  await inTransaction(db, async (transaction) => {
    await closeStartInvitations(transaction);
    await writeInvitation(transaction, link, { ...invitation, source: "start" });
    const { seats, days, quota } = invitation;
    await audit(transaction, {
      actorId: null,
      deed: "invitation made",
      subject: { kind: "invitation", id: link.id },
      facts: { seats, days, tokens: quota.tokens, preset: quota.preset },
    });
  });
  return link.token;
}

/** Writes it down under this id; false when there is one already, and then nothing is changed. */
export async function writeInvitation(
  db: Database,
  { id, token }: { id: string; token: string },
  { quota, days, ...invitation }: NewInvitation,
): Promise<boolean> {
  const written = await db
    .insert(invitations)
    .values({
      ...invitation,
      id,
      tokenHash: hashToken(token),
      quota,
      quotaTokens: quota.tokens,
      expiresAt: sql`clock_timestamp() + make_interval(days => ${days})`,
    })
    // Of two that write it at once the second may meet the token's hash first, and that is the same link.
    .onConflictDoNothing()
    .returning({ id: invitations.id });
  return written.length === 1;
}

/** The last start's link takes nobody new from now on; guests who came by it keep session and budget. */
export async function closeStartInvitations(db: Database): Promise<void> {
  await db
    .update(invitations)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(and(eq(invitations.source, "start"), isNull(invitations.closedAt)));
}
