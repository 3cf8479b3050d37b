import { expect, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Role } from "#app/features/accounts/person.ts";
import { hashToken } from "#app/features/invitations/invitation-token.server.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";

/** Weighted tokens in the budget of everybody who signs in here. */
const tokens = 500_000;

/** Makes this browser that of a fresh account of this role. How one signs in is shown elsewhere. */
export async function signInAs(
  page: Page,
  { db, site, role }: { db: Database; site: string; role: Role },
): Promise<void> {
  const token = await makeInvitation(db, {
    label: "Somebody",
    source: "person",
    seats: 1,
    quota: { tokens, preset: null },
    days: 1,
  });
  const joined = await page.request.post(`/invite/${token}`, { headers: { Origin: site }, maxRedirects: 0 });
  expect(joined.status()).toBe(303);
  const mine = eq(invitations.tokenHash, hashToken(token));
  const [{ id } = { id: "" }] = await db.select({ id: invitations.id }).from(invitations).where(mine);
  await db
    .update(users)
    .set({
      role,
      googleSubject: `sub-${id}`,
      invitationId: null,
      seat: null,
      seatHeldUntil: null,
      expiresAt: null,
    })
    .where(eq(users.invitationId, id));
  await db.delete(invitations).where(mine);
}
