import { redirect } from "react-router";
import { ownPath } from "#app/features/accounts/own-path.ts";
import { siteContext } from "#app/middleware/contexts.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/choose";
import { themeCalled, themeCookie } from "./theme-cookie.server.ts";

/** Keeps the chosen theme in this browser and leads back to the page it was chosen on. One that nobody offers changes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const site = context.get(siteContext);
  const fields = await postedFields(request);
  const theme = themeCalled(fields.get("theme"));
  return redirect(pageBefore(request.headers, site.origin), {
    status: 303,
    headers: theme === null ? {} : { "Set-Cookie": await themeCookie(site, theme) },
  });
}

/** Nothing to read here. */
export function loader() {
  return redirect("/", 303);
}

/** Every page here lets its own address be told to this site; a browser that keeps it back comes to the start. */
function pageBefore(headers: Headers, origin: string): string {
  const referrer = headers.get("referer") ?? "";
  if (!URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return ownPath(pathname + search, origin);
}
