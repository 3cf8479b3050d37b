import { randomBytes } from "node:crypto";
import type { MiddlewareFunction } from "react-router";
import { googleFormContext, nonceContext, personContext, siteContext } from "./contexts.ts";

/**
 * Policies that depend on the page: a nonce for its scripts, what may be kept, what may be told to others. What is the
 * same for every response of the process is set in `app/process/gate.ts`.
 */
export const securityHeaders: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const nonce = randomBytes(16).toString("base64");
  context.set(nonceContext, nonce);
  const response = await next();
  const { headers } = response;
  // Browsers hold the redirects after a form's post to `form-action` too.
  const google = context.get(googleFormContext) ? context.get(siteContext).google : null;
  headers.set("Content-Security-Policy", policy(nonce, google?.endpoints.authorization));
  // The address is a secret. `no-referrer` would make plain form posts send `Origin: null`.
  const secret = /^\/(invite|owner|api\/auth)\//.test(new URL(request.url).pathname);
  headers.set("Referrer-Policy", secret ? "same-origin" : "strict-origin-when-cross-origin");
  if (secret) headers.set("X-Robots-Tag", "noindex");
  if (!headers.has("Cache-Control")) {
    // Whoever is signed in gets pages of their own; the back button after signing out must not show them either.
    headers.set("Cache-Control", context.get(personContext) || secret ? "no-store" : "no-cache");
  }
  return response;
};

function policy(nonce: string, formTarget: string | undefined): string {
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
    formTarget === undefined ? "form-action 'self'" : `form-action 'self' ${new URL(formTarget).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
