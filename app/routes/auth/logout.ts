import { redirect } from "react-router";
import { signOut, signOutEverywhere } from "#app/features/accounts/sign-out.server.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { databaseContext, practiceContext, sessionContext, siteContext } from "#app/middleware/contexts.ts";
import { noSessionCookie } from "#app/middleware/session.server.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/logout";

/**
 * Signs this browser out: the cookie is denied from now on, also to whoever copied it, and drafts are gone with it. With
 * `everywhere=yes` every other browser of this person too, and what still answers them there is stopped.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const session = context.get(sessionContext);
  const fields = await postedFields(request);
  if (session) {
    await signOut(db, session);
    if (fields.get("everywhere") === "yes") {
      await signOutEverywhere(db, session.personId);
      await stopPerson(context.get(practiceContext), session.personId);
    }
  }
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
