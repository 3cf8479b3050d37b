import { redirect } from "react-router";
import { signOut } from "#app/features/accounts/sign-out.server.ts";
import { databaseContext, sessionContext, siteContext } from "#app/middleware/contexts.ts";
import { noSessionCookie } from "#app/middleware/session.server.ts";
import type { Route } from "./+types/logout";

/** Signs this browser out: the cookie is denied from now on, also to whoever copied it, and drafts are gone with it. */
export async function action({ context }: Route.ActionArgs) {
  const session = context.get(sessionContext);
  if (session) await signOut(context.get(databaseContext), session);
  return redirect("/", {
    status: 303,
    headers: {
      "Set-Cookie": noSessionCookie(context.get(siteContext)),
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
}

/** Reading an address changes nothing, so it signs nobody out. */
export function loader() {
  return redirect("/", 303);
}
