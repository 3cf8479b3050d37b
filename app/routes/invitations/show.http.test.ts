import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashToken } from "#app/features/invitations/invitation-token.server.ts";
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

test("looking changes nothing and sets no cookie, whoever looks and however often", async () => {
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

test("accepting makes a guest with a budget of their own and leads away from the secret address", async () => {
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

test("of twenty people at once exactly one takes the only seat", async () => {
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

describe("a link that takes nobody has its own page", () => {
  test.each([
    ["expired", sql`expires_at = clock_timestamp()`],
    ["revoked", sql`revoked_at = clock_timestamp()`],
    ["closed by a newer start", sql`closed_at = clock_timestamp()`],
  ])("when it is %s: 410", async (_, change) => {
    const token = await site.invite();
    await site.db.execute(sql`update invitations set ${change} where token_hash = ${hashToken(token)}`);
    const page = await site.visitor().get(`/invite/${token}`);
    expect(page.status).toBe(410);
    expect((await site.visitor().post(`/invite/${token}`, {})).status).toBe(410);
    expect(await page.text()).not.toContain("Start practising</button>");
  });

  test.each(["unknown", "%00", "a".repeat(3000), "..%2f..%2fetc", "%E2%80%AE", "x%0d%0aSet-Cookie:a=b"])(
    "when nobody made it (%.20s): 404",
    async (token) => {
      const page = await site.visitor().get(`/invite/${token}`);
      expect(page.status).toBe(404);
      expect((await site.visitor().post(`/invite/${token}`, {})).status).toBe(404);
    },
  );
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

test("no token stands in the database", async () => {
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
