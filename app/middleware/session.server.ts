import { data, type MiddlewareFunction } from "react-router";
import type { Person } from "#app/features/accounts/person.ts";
import { personFor } from "#app/features/accounts/queries.server.ts";
import {
  openSession,
  renewedSession,
  sealSession,
  type Session,
} from "#app/features/accounts/session-cookie.server.ts";
import type { Database } from "#db/client.server.ts";
import { isDatabaseAway } from "#db/failures.ts";
import { databaseContext, personContext, sessionContext, type Site, siteContext } from "./contexts.ts";
import { keptWords } from "./typed-words.ts";

/**
 * Sets who asks, from the cookie and the database; anonymous when either says no. An account that comes back stays signed
 * in: its cookie is renewed once a day.
 */
export const sessionMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const asking = sessionOf(
    request.headers.get("cookie"),
    context.get(siteContext),
    context.get(databaseContext),
  );
  const known = await asking.catch(async (error: unknown) => {
    // Nobody else reads the form then.
    if (isDatabaseAway(error)) throw data(keptWords(await formIn(request)), { status: 503 });
    throw error;
  });
  if (!known) return next();
  context.set(sessionContext, known.session);
  context.set(personContext, known.person);
  const response = await next();
  const renewed = known.person.isGuest ? null : renewedSession(known.session);
  const site = context.get(siteContext);
  // Signing in or out in this very request has the last word.
  if (renewed && !setsSession(response, site))
    response.headers.append("Set-Cookie", await sessionCookie(site, renewed));
  return response;
};

async function formIn(request: Request): Promise<FormData> {
  return request.method === "POST" ? request.formData().catch(() => new FormData()) : new FormData();
}

function setsSession(response: Response, site: Site): boolean {
  return response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${cookieName(site)}=`));
}

/** Who sends these cookies? Null when the session is none of ours, has ended, or its person may not come in any more. */
export async function sessionOf(
  cookies: string | null,
  site: Site,
  db: Database,
): Promise<{ session: Session; person: Person } | null> {
  const session = await claimedSession(cookies, site);
  const person = session && (await personFor(db, session));
  return person && { session, person };
}

/** What these cookies say, sealed by us; whether it still holds only the database knows. */
export async function claimedSession(cookies: string | null, site: Site): Promise<Session | null> {
  const value = cookieValue(cookies, cookieName(site));
  return value === null ? null : openSession(site.sessionKeys, value);
}

/** The `Set-Cookie` that signs in. `__Host-` and Secure exactly when the site is https. */
export async function sessionCookie(site: Site, session: Session): Promise<string> {
  const cookie = plainCookie(site);
  return cookie(await sealSession(site.sessionKeys, session), session.expiresAt);
}

/** The `Set-Cookie` that forgets the session in this browser. */
export function noSessionCookie(site: Site): string {
  return plainCookie(site)("", new Date(0));
}

function cookieName(site: Site): string {
  return site.secure ? "__Host-session" : "session";
}

function plainCookie(site: Site) {
  return (value: string, expires: Date) =>
    `${cookieName(site)}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}${site.secure ? "; Secure" : ""}`;
}

/** The first cookie of that name; the value is base64url and dots, so nothing needs decoding. */
function cookieValue(header: string | null, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return null;
}
