import { data, redirect } from "react-router";
import { uuidv7 } from "uuidv7";
import { typicalTurns } from "#app/features/budgets/queries.server.ts";
import { type InvitationOnPage, InvitationPage } from "#app/features/invitations/invitation-page.tsx";
import { invitationWords } from "#app/features/invitations/invitation-words.ts";
import { invitationFor } from "#app/features/invitations/queries.server.ts";
import { redeemInvitation } from "#app/features/invitations/redeem-invitation.server.ts";
import { databaseContext, personContext, siteContext } from "#app/middleware/contexts.ts";
import { sessionCookie } from "#app/middleware/session.server.ts";
import { cardPicture, privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ matches: [root] }) => [
  ...privateMeta(headWords.invitation.title),
  { property: "og:title", content: headWords.invitation.card },
  { property: "og:description", content: headWords.invitation.description },
  ...(root.loaderData ? cardPicture(root.loaderData.origin) : []),
];

/** Reads and tells; takes no seat and sets no cookie, whoever asks: a link preview opens this page too. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const invitation = await invitationFor(context.get(databaseContext), params.token);
  if (!invitation) return shown({ state: "unknown" }, 404);
  if (context.get(personContext)?.invitationId === invitation.id) throw redirect("/", 303);
  if (invitation.standing !== "open") return shown({ state: invitation.standing }, 410);
  return shown({
    state: "valid",
    from: invitation.label,
    turns: typicalTurns(invitation.quotaTokens),
    expires: invitationWords.open.until(invitation.expiresAt, new Date()),
    // Each invitation brings a guest of its own, and a browser is one person.
    replaces: context.get(personContext) !== null,
  });
}

/** Becomes its guest. In a browser that already is, nothing is taken again. */
export async function action({ params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const site = context.get(siteContext);
  const invitation = await invitationFor(db, params.token);
  const known = invitation !== null && context.get(personContext)?.invitationId === invitation.id;
  if (known) throw redirect("/", 303);
  const guest = await redeemInvitation(db, params.token);
  // Refused: reading it again tells why.
  if (!guest) return loader({ params, context } as Route.LoaderArgs);
  const cookie = await sessionCookie(site, { id: uuidv7(), ...guest });
  throw redirect("/", { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <InvitationPage invitation={actionData ?? loaderData} />
    </PageShell>
  );
}

function shown(invitation: InvitationOnPage, status = 200) {
  return data(invitation, { status });
}
