import { openLink, type NewLink } from "#app/features/invitations/sealed-link.server.ts";
import type { Site } from "#app/middleware/contexts.ts";

/** The next page shows the link and forgets it; whoever does not come to that page at once does not come with it. */
const lastsSeconds = 60;

/** Takes a link just made to the page that shows it, sealed as it was in the form: the only way it is ever shown. */
export function linkCookie(site: Site, id: string, sealed: string): string {
  return cookie(site, id, sealed, lastsSeconds);
}

/** The link this browser has just made, if it is this invitation's; and how to forget it. */
export async function linkInCookie(
  site: Site,
  { cookies, id, personId }: { cookies: string | null; id: string; personId: string },
): Promise<{ link: NewLink; forget: string } | null> {
  const sealed = cookies
    ?.split(";")
    .map((part) => part.trim().split("=", 2))
    .find(([name]) => name === nameOf(id))?.[1];
  const link = sealed ? await openLink(site.sessionKeys, sealed, personId) : null;
  return link?.id === id ? { link, forget: cookie(site, id, "", 0) } : null;
}

function cookie({ secure }: Site, id: string, value: string, seconds: number): string {
  return `${nameOf(id)}=${value}; Path=/admin/invitations; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

function nameOf(id: string): string {
  return `link-${id}`;
}
