import { randomBytes } from "node:crypto";
import type { MiddlewareFunction } from "react-router";
import { nonceContext, personContext } from "./contexts.ts";

/**
 * Policies that depend on the page: a nonce for its scripts, what may be kept, what may be told to others. What is the
 * same for every response of the process is set in `app/process/gate.ts`.
 */
export const securityHeaders: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const nonce = randomBytes(16).toString("base64");
  context.set(nonceContext, nonce);
  const response = await next();
  const { headers } = response;
  headers.set("Content-Security-Policy", policy(nonce));
  // An invitation's address is a secret. `no-referrer` would make plain form posts send `Origin: null`.
  const invitation = new URL(request.url).pathname.startsWith("/invite/");
  headers.set("Referrer-Policy", invitation ? "same-origin" : "strict-origin-when-cross-origin");
  if (invitation) headers.set("X-Robots-Tag", "noindex");
  if (!headers.has("Cache-Control")) {
    // Whoever is signed in gets pages of their own; the back button after signing out must not show them either.
    headers.set("Cache-Control", context.get(personContext) || invitation ? "no-store" : "no-cache");
  }
  return response;
};

function policy(nonce: string): string {
  // The development server puts styles and scripts into the page by itself.
  const styles = import.meta.env.DEV ? "'self' 'unsafe-inline'" : "'self'";
  const connect = import.meta.env.DEV ? "'self' ws:" : "'self'";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
