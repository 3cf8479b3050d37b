import { makeOwnerLink, voidOwnerLinks } from "#app/features/accounts/owner-link.server.ts";
import { makeStartInvitation } from "#app/features/invitations/make-invitation.server.ts";
import type { App } from "./boot.server.ts";

const startInvitation = {
  label: "the person who started this server",
  seats: 1_000,
  quota: { tokens: 50_000, preset: "Therapy session (50k)" },
  days: 14,
};

/**
 * Prints where the app is and, on the embedded database only, a fresh invitation and a fresh owner link: with a database
 * of one's own a log must never hold a way in. The links of the last start take nobody new from now on.
 */
export async function sayWelcome(app: App): Promise<void> {
  const { origin } = app.site;
  process.stdout.write(`Conversation Coach ${origin}\n`);
  if (!app.embedded) return;
  const token = await makeStartInvitation(app.db, startInvitation);
  process.stdout.write(`Guest invitation ${origin}/invite/${token}\n`);
  await voidOwnerLinks(app.db);
  process.stdout.write(`Owner sign-in ${origin}/owner/${await makeOwnerLink(app.db)}\n`);
}
