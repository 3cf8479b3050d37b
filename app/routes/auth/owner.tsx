import { data, redirect } from "react-router";
import { ownerLinkStanding } from "#app/features/accounts/owner-link.server.ts";
import { OwnerPage } from "#app/features/accounts/owner-page.tsx";
import { accountSession } from "#app/features/accounts/session-cookie.server.ts";
import { signOut } from "#app/features/accounts/sign-out.server.ts";
import { comeInAsOwner } from "#app/features/invitations/come-in.server.ts";
import { databaseContext, personContext, sessionContext, siteContext } from "#app/middleware/contexts.ts";
import { sessionCookie } from "#app/middleware/session.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/owner";

export const meta: Route.MetaFunction = () => privateMeta(headWords.owner.title);

/** Reads and asks; uses nothing up, whoever looks. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const standing = await ownerLinkStanding(context.get(databaseContext), params.token);
  const isGuest = context.get(personContext)?.isGuest ?? false;
  return data({ standing, isGuest }, { status: statusOf[standing] });
}

/** Signs in, once. */
export async function action({ params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const site = context.get(siteContext);
  const visitor = context.get(personContext);
  const owner = await comeInAsOwner(db, { token: params.token, visitor });
  // Refused: reading it again tells why.
  if (!owner) return loader({ params, context } as Route.LoaderArgs);
  const before = context.get(sessionContext);
  if (before) await signOut(db, before);
  const cookie = await sessionCookie(site, accountSession(owner));
  throw redirect("/admin", { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Owner({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <OwnerPage {...(actionData ?? loaderData)} />
    </PageShell>
  );
}

const statusOf = { open: 200, ended: 410, unknown: 404 };
