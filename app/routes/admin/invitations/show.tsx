import { data, redirect, type ShouldRevalidateFunctionArgs } from "react-router";
import { isUuid } from "#app/features/conversations/forms.ts";
import { InvitationInFullPage } from "#app/features/invitations/inviter/invitation-in-full.tsx";
import { calledWords, invitationInFullWords } from "#app/features/invitations/inviter/inviter-words.ts";
import { keptInvitation } from "#app/features/invitations/inviter/queries.server.ts";
import { qrPath } from "#app/features/invitations/qr-path.server.ts";
import { revokeInvitation } from "#app/features/invitations/revoke-invitation.server.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { databaseContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/show";
import { linkInCookie } from "./link-cookie.server.ts";

export const meta: Route.MetaFunction = ({ loaderData }) =>
  privateMeta(loaderData ? calledWords(loaderData.invitation) : invitationInFullWords.over);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const site = context.get(siteContext);
  const person = thePerson(context);
  const invitation = isUuid(params.id)
    ? await keptInvitation(context.get(databaseContext), person, params.id)
    : null;
  if (!invitation) throw data(null, { status: 404 });
  const cookies = request.headers.get("cookie");
  const made = await linkInCookie(site, { cookies, id: invitation.id, personId: person.id });
  if (!made) return data({ invitation, link: null });
  const url = `${site.origin}/invite/${made.link.token}`;
  return data({ invitation, link: { url, qr: qrPath(url) } }, { headers: { "Set-Cookie": made.forget } });
}

/** What is shown once must not vanish because a theme was chosen. */
export function shouldRevalidate({ formAction, currentUrl }: ShouldRevalidateFunctionArgs) {
  return formAction === currentUrl.pathname;
}

/** Takes it back. Whatever still answers its guests is stopped, all at once and on every instance, before it is told. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  if (fields.get("intent") !== "revoke") throw data(null, { status: 400 });
  const practice = context.get(practiceContext);
  const answered = isUuid(params.id)
    ? await revokeInvitation(context.get(databaseContext), thePerson(context), params.id)
    : null;
  await Promise.all((answered ?? []).map((guestId) => stopPerson(practice, guestId)));
  // Not theirs: the page says that there is nothing.
  return redirect(`/admin/invitations/${encodeURIComponent(params.id)}`, 303);
}

export default function Invitation({ loaderData }: Route.ComponentProps) {
  return <InvitationInFullPage {...loaderData} />;
}
