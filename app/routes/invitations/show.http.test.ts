import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashToken, makeToken } from "#app/features/invitations/invitation-token.server.ts";
import { closeStartInvitations, makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

test("IN02 looking changes nothing and sets no cookie, whoever looks and however often", async () => {
  const token = await site.invite();
  const before = await people();
  for (const headers of [
    {},
    { "User-Agent": "Slackbot-LinkExpanding 1.0" },
    { "Sec-Purpose": "prefetch" },
    { Purpose: "prefetch" },
  ] as Record<string, string>[]) {
    const visitor = site.visitor();
    const page = await visitor.get(`/invite/${token}`, headers);
    expect(page.status).toBe(200);
    expect(visitor.cookie).toBeNull();
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
  }
  const head = await fetch(`${site.origin}/invite/${token}`, { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await people()).toBe(before);
  expect((await stored(token))?.seatsTaken).toBe(0);
});

test("IN01 accepting makes a guest with a budget of their own and leads away from the secret address", async () => {
  const token = await site.invite({ tokens: 25_000 });
  const ada = site.visitor();
  const accepted = await ada.post(`/invite/${token}`, {});
  expect(accepted.status).toBe(303);
  expect(accepted.headers.get("location")).toBe("/");
  expect(accepted.headers.get("set-cookie")).toMatch(
    /^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
  );
  expect(await (await ada.get("/")).text()).toContain("In your practice budget");
});

test("IN05 of twenty people at once exactly one takes the only seat", async () => {
  const token = await site.invite();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.visitor().post(`/invite/${token}`, {})),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(19);
});

test("whoever came by it goes on in the same browser, also when it is used up", async () => {
  const token = await site.invite();
  const ada = site.visitor();
  await ada.post(`/invite/${token}`, {});
  for (const again of [await ada.get(`/invite/${token}`), await ada.post(`/invite/${token}`, {})]) {
    expect(again.status).toBe(303);
    expect(again.headers.get("location")).toBe("/");
  }
  const late = await site.visitor().get(`/invite/${token}`);
  expect(late.status).toBe(410);
  expect((await stored(token))?.seatsTaken).toBe(1);
});

describe("IN03 a link that takes nobody has its own page", () => {
  test.each([
    ["expired", sql`expires_at = clock_timestamp()`, "has run out"],
    ["revoked", sql`revoked_at = clock_timestamp()`, "was withdrawn"],
    ["closed by a newer start", sql`closed_at = clock_timestamp()`, "takes nobody new"],
  ])("when it is %s: 410", async (_, change, title) => {
    const token = await site.invite();
    await site.db.execute(sql`update invitations set ${change} where token_hash = ${hashToken(token)}`);
    const page = await site.visitor().get(`/invite/${token}`);
    expect(page.status).toBe(410);
    expect((await site.visitor().post(`/invite/${token}`, {})).status).toBe(410);
    const shown = await page.text();
    expect(shown).not.toContain("Start practising</button>");
    expect(shown).toContain(`<title>This invitation ${title} · Conversation Coach</title>`);
  });

  test.each(["unknown", "%00", "a".repeat(3000), "..%2f..%2fetc", "%E2%80%AE", "x%0d%0aSet-Cookie:a=b"])(
    "IN04 when nobody made it (%.20s): 404",
    async (token) => {
      const from = address();
      const page = await site.visitor().get(`/invite/${token}`, from);
      expect(page.status).toBe(404);
      expect((await site.visitor().post(`/invite/${token}`, {}, from)).status).toBe(404);
    },
  );
});

test("IN04 no spelling of a link but its own leads to it, and none breaks anything", async () => {
  const token = await site.invite();
  const swapped = token.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  const spellings = [
    ...[swapped, `${token}=`, `${token}%20`, `${token}.`, `%20${token}`, token.slice(0, -1), `${token}A`],
    ...["", "%", "%ff", "%u0041", "\u{1F600}", "null", "__proto__", `${token},${token}`, "a".repeat(14_000)],
  ];
  for (const spelled of spellings) {
    const answer = await site.visitor().get(`/invite/${spelled}`, address());
    expect([400, 404], `${spelled.slice(0, 60)}: ${answer.status}`).toContain(answer.status);
  }
  // A proxy may add it, and routers take it for the same address.
  expect((await site.visitor().get(`/invite/${token}/`, address())).status).toBe(200);
  expect((await stored(token))?.seatsTaken).toBe(0);
});

test("IN06 a post from another origin, or from nobody knows where, takes no seat", async () => {
  const token = await site.invite();
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    {},
  ]) {
    const init = { method: "POST", headers: headers as Record<string, string>, body: new URLSearchParams() };
    expect((await fetch(`${site.origin}/invite/${token}`, init)).status).toBe(403);
  }
  expect((await stored(token))?.seatsTaken).toBe(0);
});

describe("IN07 guessing", () => {
  test("a thousand random links from one address are all refused, with 429 after twenty a minute", async () => {
    const from = address();
    const answers: Response[] = [];
    // A page is dear to make: every tenth; what the page asks for when it lives already is refused by the same door.
    for (let batch = 0; batch < 20; batch++) {
      const links = Array.from({ length: 50 }, (_, at) => `/invite/${makeToken()}${at % 10 ? ".data" : ""}`);
      answers.push(...(await Promise.all(links.map((link) => site.visitor().get(link, from)))));
    }
    const statuses = answers.map(({ status }) => status);
    const answered = statuses.filter((status) => status === 404).length;
    // A minute may have begun meanwhile.
    expect(answered).toBeGreaterThanOrEqual(18);
    expect(answered).toBeLessThanOrEqual(42);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - answered);
    const limited = answers.findLast(({ status, url }) => status === 429 && !url.endsWith(".data"));
    expect(limited?.headers.get("retry-after")).toBe("60");
    expect(await limited?.text()).toContain("Wait a minute");
  }, 60_000);

  test("a class of thirty behind the same address all come in by good links, and a post is counted as a look", async () => {
    const from = address();
    for (let miss = 0; miss < 25; miss++) await site.visitor().post(`/invite/${makeToken()}`, {}, from);
    expect((await site.visitor().get(`/invite/${makeToken()}`, from)).status).toBe(429);
    expect((await site.visitor().post(`/invite/${makeToken()}`, {}, from)).status).toBe(429);
    const token = await site.invite({ seats: 30 });
    const pupils = Array.from({ length: 30 }, () => site.visitor());
    const seen = await Promise.all(pupils.map((pupil) => pupil.get(`/invite/${token}`, from)));
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200]));
    const joined = await Promise.all(pupils.map((pupil) => pupil.post(`/invite/${token}`, {}, from)));
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([303]));
  });

  test("only what the nearest proxy wrote counts: whoever invents the rest is the same address", async () => {
    const { "X-Forwarded-For": real } = address();
    for (let miss = 0; miss < 25; miss++)
      await site.visitor().get(`/invite/${makeToken()}`, { "X-Forwarded-For": `203.0.113.${miss}, ${real}` });
    const next = { "X-Forwarded-For": `198.51.100.200, ${real}` };
    expect((await site.visitor().get(`/invite/${makeToken()}`, next)).status).toBe(429);
  });
});

describe("IN11 somebody signed in with an account", () => {
  test.each(["GUEST", "USER", "POWER_USER", "ADMIN"] as const)(
    "(%s) is asked, keeps session and role, and has the budget added once",
    async (role) => {
      const token = await site.invite({ seats: 5, tokens: 25_000 });
      const grace = await site.account(role, 30_000);
      const before = grace.cookie;
      const asked = await grace.get(`/invite/${token}`);
      expect(asked.status).toBe(200);
      expect(await asked.text()).toContain("Add this invitation to your account?");
      expect((await stored(token))?.seatsTaken).toBe(0);

      const added = await grace.post(`/invite/${token}`, {});
      expect([added.status, added.headers.get("location")]).toEqual([303, "/"]);
      expect(grace.cookie).toBe(before);
      for (const again of [await grace.post(`/invite/${token}`, {}), await grace.get(`/invite/${token}`)])
        expect(again.status).toBe(303);
      const [person] = await site.db.select().from(users).where(eq(users.id, grace.personId));
      expect(person?.role).toBe(role === "GUEST" ? "USER" : role);
      expect(person?.quotaTokens).toBe(55_000 + (role === "GUEST" ? 75_000 : 0));
      expect((await stored(token))?.seatsTaken).toBe(1);
    },
  );

  test("a guest of another invitation is told what it costs, and becomes somebody new by it", async () => {
    const ada = await site.guest();
    const before = ada.cookie;
    const token = await site.invite();
    expect(await (await ada.get(`/invite/${token}`)).text()).toContain("begins anew");
    expect((await ada.post(`/invite/${token}`, {})).status).toBe(303);
    expect(ada.cookie).not.toBe(before);
  });
});

test("IN12 who has lost the cookie of a link that is used up is told what to do, and gets no second budget", async () => {
  const token = await site.invite();
  const ada = site.visitor();
  await ada.post(`/invite/${token}`, {});
  await ada.say(await ada.start("the-loan"), "Can we talk about the money?");
  const elsewhere = site.visitor();
  const told = await elsewhere.get(`/invite/${token}`);
  expect(told.status).toBe(410);
  expect(await told.text()).toContain("Ask the person who sent it for a link of your own.");
  const before = await people();
  expect((await elsewhere.post(`/invite/${token}`, {})).status).toBe(410);
  expect(await people()).toBe(before);
});

test("a guest whose place went to somebody else is told so, and what was typed is kept", async () => {
  const token = await site.invite();
  const ada = site.visitor();
  await ada.post(`/invite/${token}`, {});
  const path = await ada.start("the-loan");
  await site.db.execute(sql`update users set seat_held_until = clock_timestamp() where seat = 'held'`);
  await site.visitor().post(`/invite/${token}`, {});
  const refused = await ada.say(path, "Can we talk about the money? <b>");
  expect(refused.status).toBe(402);
  const page = await refused.text();
  expect(page).toContain("somebody else has taken it since");
  expect(page).toContain("Can we talk about the money? &lt;b&gt;");
});

test("the note and the scenario of an invitation are shown, and the scenario comes first on the start page", async () => {
  const token = await site.invite({ tokens: 40_000 });
  await site.db.execute(sql`update invitations set note = 'For Tuesday. <3',
    scenario_id = (select id from scenarios where slug = 'the-loan') where token_hash = ${hashToken(token)}`);
  const ada = site.visitor();
  const page = await (await ada.get(`/invite/${token}`)).text();
  expect(page).toContain("For Tuesday. &lt;3");
  await ada.post(`/invite/${token}`, {});
  const home = await (await ada.get("/")).text();
  expect(home.split('href="/scenarios/').slice(1)[0]).toMatch(/^the-loan"/);
  expect(home.split('href="/scenarios/the-loan"')).toHaveLength(2);
  expect(home).toContain('action="/scenarios/the-loan"');
});

test("a new start closes the last start's link to newcomers and keeps its guests", async () => {
  const quota = { tokens: 50_000, preset: null };
  const token = await makeInvitation(site.db, {
    label: "Start",
    source: "start",
    seats: 10,
    quota,
    days: 14,
  });
  const ada = site.visitor();
  await ada.post(`/invite/${token}`, {});
  await closeStartInvitations(site.db);
  expect((await site.visitor().post(`/invite/${token}`, {})).status).toBe(410);
  expect(await (await ada.get("/")).text()).toContain("In your practice budget");
});

test("IN09 no token stands in the database", async () => {
  const token = await site.invite();
  const rows = await site.db.execute(sql`select i::text as row from invitations i`);
  expect(JSON.stringify(rows)).not.toContain(token);
});

describe("signing out", () => {
  test("denies the cookie at once, also to whoever copied it", async () => {
    const ada = await site.guest();
    const copied = ada.cookie;
    expect((await ada.post("/logout", {})).headers.get("location")).toBe("/");
    expect(ada.cookie).toBeNull();
    const thief = site.visitor();
    thief.cookie = copied;
    expect(await (await thief.get("/")).text()).not.toContain("In your practice budget");
    expect((await thief.post("/logout", {})).status).toBe(303);
  });

  test("does not happen by following a link", async () => {
    const ada = await site.guest();
    await ada.get("/logout");
    expect(await (await ada.get("/")).text()).toContain("In your practice budget");
  });

  test("happens to every session of a person when their epoch moves on", async () => {
    const ada = await site.guest(31_337);
    await site.db.update(users).set({ sessionEpoch: 1 }).where(eq(users.quotaTokens, 31_337));
    expect(await (await ada.get("/")).text()).not.toContain("In your practice budget");
  });
});

/** Another one each time, as the proxy in front would tell it. */
function address(): { "X-Forwarded-For": string } {
  addresses += 1;
  return { "X-Forwarded-For": `192.0.2.${addresses}` };
}
let addresses = 0;

async function people(): Promise<number> {
  return site.db.$count(users);
}

async function stored(token: string) {
  const [invitation] = await site.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  return invitation;
}
