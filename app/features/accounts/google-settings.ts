/** How this site is known to Google, and where Google is. */
export type GoogleSettings = {
  clientId: string;
  clientSecret: string;
  /** Absolute; entered at Google as an authorised redirect URI. */
  callbackUrl: string;
  endpoints: GoogleEndpoints;
};

export type GoogleEndpoints = { authorization: string; token: string; profile: string };

/** As Google publishes them (accounts.google.com/.well-known/openid-configuration). */
export const googleEndpoints: GoogleEndpoints = {
  authorization: "https://accounts.google.com/o/oauth2/v2/auth",
  token: "https://oauth2.googleapis.com/token",
  profile: "https://openidconnect.googleapis.com/v1/userinfo",
};

/** The same pages of a stand-in; see `e2e/fakes/google.ts`. */
export function standInEndpoints(base: string): GoogleEndpoints {
  const at = (path: string) => new URL(path, base).href;
  return { authorization: at("/o/oauth2/v2/auth"), token: at("/token"), profile: at("/v1/userinfo") };
}
