import { redirect } from "react-router";
import { ownPath } from "#app/features/accounts/own-path.ts";
import { siteContext } from "#app/middleware/contexts.ts";
import { loginPath } from "#app/middleware/require-person.server.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/google";
import { leaveForGoogle } from "./google.server.ts";
import { forgetOldReturnPaths, keepReturnPath } from "./return-path.server.ts";

/** Off to Google, and afterwards to `returnTo`. Where Google is not set up, the sign-in page says so. */
export async function action({ request, context }: Route.ActionArgs) {
  const site = context.get(siteContext);
  const fields = await postedFields(request);
  const asked = fields.get("returnTo");
  const returnTo = ownPath(typeof asked === "string" ? asked : null, site.origin);
  if (!site.google) return redirect(loginPath(returnTo), 303);
  const before = request.headers.get("Cookie") ?? "";
  const { location, cookies, state } = await leaveForGoogle(site.google, site.secure, before);
  const paths = [...(await forgetOldReturnPaths(site, before)), await keepReturnPath(site, state, returnTo)];
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of [...cookies, ...paths]) headers.append("Set-Cookie", cookie);
  return redirect(location, { status: 303, headers });
}

/** Nothing to read here. */
export function loader() {
  return redirect("/login", 303);
}
