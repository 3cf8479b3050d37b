import { Authenticator } from "remix-auth";
import { GoogleStrategy } from "remix-auth-google";
import { OAuth2RequestError } from "remix-auth-oauth2";
import type { GoogleSettings } from "#app/features/accounts/google-settings.ts";
import { type GoogleIdentity, readGoogleIdentity } from "#app/features/accounts/google-identity.ts";

/** Somebody may have to find their telephone, or their password, at Google. */
const attemptSeconds = 10 * 60;
/** Token and profile together. */
const googleDeadlineMs = 10_000;

/**
 * Why Google's answer signs nobody in. `lost`: this browser did not ask for it, or no longer (too late, twice, elsewhere).
 * `away`: Google did not answer. `refused`: Google would not, which is for the operator to mend.
 */
export type GoogleTrouble = "cancelled" | "lost" | "away" | "refused";

/**
 * So many attempts a browser keeps, this one included: some tabs at once, and together far from the 16 KB of headers that
 * a request may have. Whoever presses again and again has given up the ones before.
 */
export const attemptsKept = 4;

/** What is to happen in the browser: off to Google, with the cookie that alone can come back. */
export type Departure = { location: string; cookies: string[]; state: string };

/**
 * Begins an attempt of its own: code flow with PKCE (S256) and state, so that two tabs do not disturb each other. Of those
 * that the browser's `cookies` still hold, the oldest are forgotten.
 */
export async function leaveForGoogle(
  google: GoogleSettings,
  secure: boolean,
  cookies: string,
): Promise<Departure> {
  const answer = await authenticatorFor(google, secure)
    .authenticate(strategyName, new Request(google.callbackUrl))
    .catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  const location = answer.headers.get("Location") ?? "";
  const state = new URL(location).searchParams.get("state") ?? "";
  const outdated = olderThanKept(cookies, `${cookieName(secure)}:`);
  const forgotten = outdated.map((name) => forget(name, secure));
  return { location, cookies: [...forgotten, ...answer.headers.getSetCookie()], state };
}

/** Takes what Google sends back, and asks Google who it is. `url` is the whole address; a code is good once. */
export async function returnFromGoogle(
  google: GoogleSettings,
  secure: boolean,
  { url, cookies }: { url: string; cookies: string },
): Promise<{ identity: GoogleIdentity } | { trouble: GoogleTrouble }> {
  // Without a state the strategy would begin anew.
  if (!new URL(url).searchParams.get("state")) return { trouble: "lost" };
  const deadline = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("Google takes too long")), googleDeadlineMs).unref(),
  );
  const asked = authenticatorFor(google, secure).authenticate(
    strategyName,
    new Request(url, { headers: { Cookie: cookies } }),
  );
  try {
    return { identity: await Promise.race([asked, deadline]) };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

/** The `Set-Cookie`s that forget the attempt of this state: its answer has come, and a second one is not wanted. */
export function forgetAttempt(secure: boolean, cookies: string, state: string): string[] {
  const names = cookies.split(";").flatMap((pair) => {
    const [name = "", value = ""] = pair.trim().split(/=(.*)/s, 2);
    const states = new URLSearchParams(decoded(value)).getAll("state");
    return name.startsWith(cookieName(secure)) && states.includes(state) ? [name] : [];
  });
  return names.map((name) => forget(name, secure));
}

/**
 * The names of the cookies that begin so and must go before one more is set. A browser sends those it has had for longer
 * first (RFC 6265, section 5.4).
 */
export function olderThanKept(cookies: string, prefix: string): string[] {
  const names = cookies.split(";").map((pair) => pair.trim().split("=", 1)[0] ?? "");
  return names.filter((name) => name.startsWith(prefix)).slice(0, -(attemptsKept - 1));
}

function forget(name: string, secure: boolean): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
}

const strategyName = "google";

function authenticatorFor(google: GoogleSettings, secure: boolean): Authenticator<GoogleIdentity> {
  const strategy = new GoogleAt(google, secure);
  return new Authenticator<GoogleIdentity>().use(strategy, strategyName);
}

/** The package's strategy; it knows neither another address of Google's nor what its cookie should be like. */
class GoogleAt extends GoogleStrategy<GoogleIdentity> {
  constructor({ clientId, clientSecret, callbackUrl, endpoints }: GoogleSettings, secure: boolean) {
    const scopes = ["openid", "email", "profile"];
    super(
      { clientId, clientSecret, redirectURI: callbackUrl, scopes, prompt: "select_account" },
      async ({ tokens }) => profileOf(endpoints.profile, tokens.accessToken()),
    );
    this.options.authorizationEndpoint = endpoints.authorization;
    this.options.tokenEndpoint = endpoints.token;
    const name = cookieName(secure);
    this.options.cookie = { name, maxAge: attemptSeconds, ...(secure ? { secure } : {}) };
  }
}

async function profileOf(endpoint: string, accessToken: string): Promise<GoogleIdentity> {
  const answer = await fetch(endpoint, {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(googleDeadlineMs),
  });
  if (!answer.ok) throw new Error(`Google's profile was answered with ${answer.status}`);
  return readGoogleIdentity(await answer.json());
}

/** The strategy tells a missing, foreign or expired attempt by built-in errors, and Google's own refusals by one of its own. */
function troubleOf(error: unknown): GoogleTrouble {
  if (error instanceof ReferenceError || error instanceof RangeError) return "lost";
  if (!(error instanceof OAuth2RequestError)) return "away";
  if (error.code === "access_denied") return "cancelled";
  // The code was used, or is of another attempt, or too old.
  return error.code === "invalid_grant" ? "lost" : "refused";
}

/** Cookies are the strategy's: this name, a colon, and an id for each attempt. */
function cookieName(secure: boolean): string {
  return secure ? "__Host-google" : "google";
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
