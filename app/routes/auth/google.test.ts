import { createHash } from "node:crypto";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { googleEndpoints, type GoogleSettings } from "#app/features/accounts/google-settings.ts";
import { attemptsKept, forgetAttempt, leaveForGoogle, returnFromGoogle } from "./google.server.ts";

const google: GoogleSettings = {
  clientId: "our-id",
  clientSecret: "our-secret",
  callbackUrl: "https://coach.example/api/auth/google/callback",
  endpoints: googleEndpoints,
};

/** What Google was asked for at the exchange of a code. */
let exchanged: URLSearchParams[] = [];
const servers = setupServer();
const token = { access_token: "a-token", token_type: "Bearer", expires_in: 3599 };

beforeAll(() => servers.listen({ onUnhandledFrame: "error" } as never));
afterEach(() => {
  servers.resetHandlers();
  exchanged = [];
});
afterAll(() => servers.close());

describe("off to Google", () => {
  test("AU12 by the code flow, with a state and a challenge of its own each time", async () => {
    const [one, two] = [await leaveForGoogle(google, true, ""), await leaveForGoogle(google, true, "")];
    const asked = new URL(one.location);
    expect(asked.origin + asked.pathname).toBe(googleEndpoints.authorization);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: "code",
      client_id: "our-id",
      redirect_uri: google.callbackUrl,
      code_challenge_method: "S256",
      scope: "openid email profile",
    });
    expect(one.state).toMatch(/^[\w-]{20,}$/);
    expect(two.state).not.toBe(one.state);
    expect(new URL(two.location).searchParams.get("code_challenge")).not.toBe(
      asked.searchParams.get("code_challenge"),
    );
  });

  test("AU09 the attempt's cookie is for ten minutes, for the server alone, and Secure where the site is", async () => {
    const [cookie = ""] = (await leaveForGoogle(google, true, "")).cookies;
    expect(cookie).toMatch(/^__Host-google:/);
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600", "Secure"])
      expect(cookie).toContain(attribute);
    expect((await leaveForGoogle(google, false, "")).cookies[0]).toMatch(/^google:(?!.*Secure)/);
  });

  test("AU23 the oldest attempts are forgotten, and nothing else that the browser keeps", async () => {
    const kept = Array.from({ length: attemptsKept + 1 }, (_, age) => `__Host-google:${age}=state%3Dx`);
    const others = ["theme=dark", "__Host-googled=1", "google:1=x"];
    const { cookies } = await leaveForGoogle(google, true, [...others, ...kept].join("; "));
    const [, , fresh = ""] = cookies;
    expect(cookies).toEqual([
      "__Host-google:0=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure",
      "__Host-google:1=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure",
      fresh,
    ]);
    expect(fresh).toContain("Max-Age=600");
    const few = kept.slice(0, attemptsKept - 1).join("; ");
    expect((await leaveForGoogle(google, true, few)).cookies).toHaveLength(1);
  });
});

describe("back from Google", () => {
  test("AU12 the code is exchanged with the verifier of the challenge, and the profile says who it is", async () => {
    answer(() => HttpResponse.json(token));
    const { url, cookies, challenge } = await attempt();
    expect(await returnFromGoogle(google, true, { url, cookies })).toEqual({
      identity: { subject: "107", name: "Ada", email: "ada@x.example", emailVerified: true },
    });
    const [asked] = exchanged;
    expect(asked?.get("grant_type")).toBe("authorization_code");
    expect(asked?.get("code")).toBe("a-code");
    expect(
      createHash("sha256")
        .update(asked?.get("code_verifier") ?? "")
        .digest("base64url"),
    ).toBe(challenge);
  });

  test.each([
    ["without a state", (url: URL) => url.searchParams.delete("state")],
    ["with a state of nobody", (url: URL) => url.searchParams.set("state", "made-up")],
    ["without a code", (url: URL) => url.searchParams.delete("code")],
  ])("AU10 %s it is lost, and Google is asked nothing", async (_, change) => {
    answer(() => HttpResponse.json(token));
    const { url, cookies } = await attempt();
    const changed = new URL(url);
    change(changed);
    expect(await returnFromGoogle(google, true, { url: changed.href, cookies })).toEqual({ trouble: "lost" });
    expect(exchanged).toEqual([]);
  });

  test("AU10 AU18 in a browser that did not ask, or whose attempt has run out, it is lost", async () => {
    const { url } = await attempt();
    expect(await returnFromGoogle(google, true, { url, cookies: "" })).toEqual({ trouble: "lost" });
    const other = await attempt();
    expect(await returnFromGoogle(google, true, { url, cookies: other.cookies })).toEqual({
      trouble: "lost",
    });
  });

  test.each([
    ["a code that was used", HttpResponse.json({ error: "invalid_grant" }, { status: 400 }), "lost"],
    ["a client it does not know", HttpResponse.json({ error: "invalid_client" }, { status: 401 }), "refused"],
    ["nothing it can do", new HttpResponse("<html>", { status: 503 }), "away"],
    ["no connection", HttpResponse.error(), "away"],
    ["a page of somebody else's", new HttpResponse("<html>"), "away"],
    ["no token", HttpResponse.json({}), "away"],
  ])("AU12 AU19 when Google answers %#: %s", async (_, response, trouble) => {
    answer(() => response.clone());
    expect(await returnFromGoogle(google, true, await attempt())).toEqual({ trouble });
  });

  test("AU19 when the profile is not to be had, or is of nobody", async () => {
    for (const profile of [HttpResponse.json({}, { status: 500 }), HttpResponse.json({ name: "Ada" })]) {
      answer(
        () => HttpResponse.json(token),
        () => profile.clone(),
      );
      expect(await returnFromGoogle(google, true, await attempt())).toEqual({ trouble: "away" });
    }
  });

  test("AU19 when somebody turns back at Google", async () => {
    const { url, cookies } = await attempt();
    const turned = new URL(url);
    turned.searchParams.delete("code");
    turned.searchParams.set("error", "access_denied");
    expect(await returnFromGoogle(google, true, { url: turned.href, cookies })).toEqual({
      trouble: "cancelled",
    });
  });

  test("AU11 two tabs at once: each comes back with its own verifier", async () => {
    answer(() => HttpResponse.json(token));
    const [one, two] = [await attempt(), await attempt()];
    const cookies = `${one.cookies}; ${two.cookies}`;
    expect(await returnFromGoogle(google, true, { url: two.url, cookies })).toHaveProperty("identity");
    expect(await returnFromGoogle(google, true, { url: one.url, cookies })).toHaveProperty("identity");
    const verifiers = exchanged.map((asked) =>
      createHash("sha256")
        .update(asked.get("code_verifier") ?? "")
        .digest("base64url"),
    );
    expect(verifiers).toEqual([two.challenge, one.challenge]);
  });

  test("AU10 what came back is forgotten, and only that", async () => {
    const [one, two] = [await attempt(), await attempt()];
    const state = new URL(one.url).searchParams.get("state") ?? "";
    const forgotten = forgetAttempt(true, `${one.cookies}; ${two.cookies}; theme=dark`, state);
    expect(forgotten).toHaveLength(1);
    expect(forgotten[0]).toContain(`${one.cookies.split("=")[0]}=;`);
    expect(forgotten[0]).toMatch(/Max-Age=0; Secure$/);
  });
});

/** An attempt as the browser has it when Google has approved. */
async function attempt(): Promise<{ url: string; cookies: string; challenge: string }> {
  const { location, cookies, state } = await leaveForGoogle(google, true, "");
  const url = `${google.callbackUrl}?${new URLSearchParams({ state, code: "a-code" })}`;
  return {
    url,
    cookies: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; "),
    challenge: new URL(location).searchParams.get("code_challenge") ?? "",
  };
}

function answer(
  exchange: () => Response,
  profile: () => Response = () =>
    HttpResponse.json({ sub: "107", name: "Ada", email: "ada@x.example", email_verified: true }),
): void {
  servers.use(
    http.post(googleEndpoints.token, async ({ request }) => {
      exchanged.push(new URLSearchParams(await request.text()));
      return exchange();
    }),
    http.get(googleEndpoints.profile, ({ request }) =>
      request.headers.get("Authorization") === "Bearer a-token" ? profile() : HttpResponse.error(),
    ),
  );
}
