import { createCookie } from "react-router";
import { ownPath } from "#app/features/accounts/own-path.ts";
import type { Site } from "#app/middleware/contexts.ts";
import { olderThanKept } from "./google.server.ts";

const prefix = "return-";
const attemptSeconds = 10 * 60;
/** A longer one could make the cookies of several attempts more than a browser keeps. */
const longestPath = 1_000;

/** Where this attempt to sign in was on the way to. One cookie for each attempt, so that two tabs each come back to their own page. */
export function keepReturnPath(site: Site, state: string, path: string): Promise<string> {
  return cookieOf(site, state).serialize(path.length > longestPath ? "/" : path, { maxAge: attemptSeconds });
}

/** Always a path of ours: what a browser sends is not trusted to be what was kept. */
export async function returnPathOf(site: Site, state: string, cookies: string | null): Promise<string> {
  const kept: unknown = await cookieOf(site, state).parse(cookies);
  return ownPath(typeof kept === "string" ? kept : null, site.origin);
}

export function forgetReturnPath(site: Site, state: string): Promise<string> {
  return cookieOf(site, state).serialize("", { maxAge: 0 });
}

/** The `Set-Cookie`s that forget the ways of attempts that are forgotten themselves. */
export function forgetOldReturnPaths(site: Site, cookies: string): Promise<string[]> {
  const names = olderThanKept(cookies, prefix);
  return Promise.all(names.map((name) => forgetReturnPath(site, name.slice(prefix.length))));
}

function cookieOf(site: Site, state: string) {
  // A state is base64url; anything else is none of ours, and must not shape a header.
  const attempt = /^[\w-]{1,100}$/.test(state) ? state : "none";
  return createCookie(`${prefix}${attempt}`, {
    path: "/",
    sameSite: "lax",
    httpOnly: true,
    secure: site.secure,
  });
}
