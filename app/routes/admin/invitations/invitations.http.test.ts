import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { presetsInOrder } from "#app/features/budgets/presets/queries.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

const page = "/admin/invitations";
const linkOnPage = /value="http:\/\/localhost:\d+\/invite\/([\w-]{43})"/;

describe("making an invitation", () => {
  test.each(["ADMIN", "POWER_USER"] as const)(
    "IN15 (%s) shows the link once, with its code; a reload, or a look by anybody else, shows it no more",
    async (role) => {
      const grace = await site.account(role, 500_000);
      const made = await grace.post(page, await offer(grace));
      expect(made.status).toBe(303);
      const path = made.headers.get("location") ?? "";
      const carried = made.headers.getSetCookie().join();
      expect(carried).toMatch(
        /^link-[\w-]+=[\w.-]+; Path=\/admin\/invitations; HttpOnly; SameSite=Strict; Max-Age=60$/,
      );

      const first = await grace.get(path);
      expect(first.headers.get("cache-control")).toBe("no-store");
      expect(first.headers.getSetCookie().join()).toContain("Max-Age=0");
      const shown = await first.text();
      expect(shown).toContain('role="img"');
      const token = linkOnPage.exec(shown)?.[1] ?? "none";
      expect((await site.visitor().get(`/invite/${token}`)).status).toBe(200);

      // The browser has forgotten the cookie by now.
      expect(await (await grace.get(path)).text()).not.toContain("/invite/");
      const other = await site.account("ADMIN");
      other.cookie = `${other.cookie}; ${carried.split(";", 1)[0]}`;
      const stolen = await other.get(path);
      expect(await stolen.text()).not.toContain(token);
      expect(await (await grace.get(page)).text()).not.toContain(token);
    },
  );

  test("IN15 the list tells who it is for, how it stands and what was used, in pages, by state and by label", async () => {
    const grace = await site.account("POWER_USER", 5_000_000);
    for (let made = 1; made <= 21; made++)
      await grace.post(page, {
        ...(await offer(grace)),
        label: made === 7 ? "100% <Ada>" : `Course ${made}`,
      });
    await site.db
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(eq(invitations.label, "Course 3"));

    const list = await (await grace.get(page)).text();
    expect(list).toContain("21 invitations");
    expect(list).toContain("Course 21");
    expect(list).toContain("0 of 1 place");
    expect(list).toContain("0 of 25,000 tokens");
    expect(list).not.toContain(">Course 1<");
    expect(await (await grace.get(`${page}?page=2`)).text()).toContain(">Course 1<");
    expect(await (await grace.get(`${page}?page=900`)).text()).toContain("Page 2 of 2");

    const withdrawn = await (await grace.get(`${page}?state=revoked`)).text();
    expect(withdrawn).toContain("One invitation");
    expect(withdrawn).toContain("Course 3");
    const found = await (await grace.get(`${page}?q=100%25`)).text();
    expect(found).toContain("100% &lt;Ada&gt;");
    expect(found).toContain("One invitation");
    expect(await (await grace.get(`${page}?q=_&state=nonsense`)).text()).toContain(
      "No invitation is like that",
    );

    const other = await site.account("POWER_USER");
    expect(await (await other.get(page)).text()).not.toContain("Course");
  });

  test("a form pressed twice makes one invitation, and both presses lead to its link", async () => {
    const grace = await site.account("POWER_USER", 100_000);
    const fields = await offer(grace);
    const answers = await Promise.all([1, 2, 3].map(() => grace.post(page, fields)));
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
    for (const answer of answers) expect(answer.headers.getSetCookie().join()).toMatch(/^link-/);
    expect(await site.db.$count(invitations, eq(invitations.createdBy, grace.personId))).toBe(1);
    expect((await quotaOf(grace.personId)) ?? 0).toBe(75_000);

    // Sent again later, as by going back: nothing is made, and nothing shown.
    await site.db
      .update(invitations)
      .set({ createdAt: sql`now() - interval '1 minute'` })
      .where(eq(invitations.createdBy, grace.personId));
    const late = await grace.post(page, fields);
    expect(late.status).toBe(303);
    expect(late.headers.getSetCookie()).toEqual([]);
  });

  test("IN14 what a power user's form does not have is refused with 400, and the typed is kept", async () => {
    const grace = await site.account("POWER_USER", 500_000);
    for (const more of [
      { tokens: "10000000" },
      { amount: "50001" },
      { role: "ADMIN" },
      { preset: "own" },
      { preset: "own", tokens: "50001" },
    ] as Record<string, string>[]) {
      const refused = await grace.post(page, { ...(await offer(grace)), label: "Kept <here>", ...more });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("Kept &lt;here&gt;");
    }
    expect(await site.db.$count(invitations, eq(invitations.createdBy, grace.personId))).toBe(0);
    expect(await quotaOf(grace.personId)).toBe(500_000);
  });

  test("an amount typed beside a chosen preset is asked about, and both are kept", async () => {
    const ada = await site.account("ADMIN");
    const refused = await ada.post(page, { ...(await offer(ada)), tokens: "30000" });
    expect(refused.status).toBe(400);
    const told = await refused.text();
    expect(told).toContain("An amount is typed here, and a preset is chosen above.");
    expect(told).toContain('href="#offer-tokens"');
    expect(told).toContain('value="30000"');
    expect(told).toMatch(/aria-current="page"[^>]*href="\/admin\/invitations"/);
  });

  test("a budget that does not carry it, a page too old, a link of somebody else's form: refused, and kept", async () => {
    const grace = await site.account("POWER_USER", 60_000);
    const short = await grace.post(page, { ...(await offer(grace)), seats: "3", note: "My note" });
    expect(short.status).toBe(400);
    const told = await short.text();
    expect(told).toContain("these places need 75,000 tokens");
    expect(told).toContain("there are 60,000");
    expect(told).toContain("My note");

    const theirs = (await offer(await site.account("POWER_USER")))["link"] ?? "";
    for (const link of ["", "x", theirs]) {
      const stale = await grace.post(page, { ...(await offer(grace)), link });
      expect(stale.status).toBe(400);
      expect(await stale.text()).toContain("open for too long");
    }
    expect(await site.db.$count(invitations, eq(invitations.createdBy, grace.personId))).toBe(0);
  });

  test("no form of any shape breaks the page", async () => {
    const ada = await site.account("ADMIN");
    const usual = await offer(ada);
    for (const [field, value] of [
      ["label", "\u0000"],
      ["label", "a".repeat(60_000)],
      ["days", "99999999999999999999"],
      ["seats", "1.5"],
      ["scenario", "' or 1=1"],
      ["preset", "x"],
      ["tokens", "-5"],
    ] as const) {
      const answer = await ada.post(page, {
        ...usual,
        preset: field === "tokens" ? "own" : (usual["preset"] ?? ""),
        [field]: value,
      });
      expect([400, 413], `${field}: ${answer.status}`).toContain(answer.status);
    }
    const twice = new URLSearchParams(usual);
    twice.append("seats", "2");
    expect((await ada.post(page, twice)).status).toBe(400);
    expect((await ada.post(page, {})).status).toBe(400);
  });
});

describe("taking one back", () => {
  test("IN13 says first what it ends, then ends it: the running reply stops within two seconds, the session is over", async () => {
    const slow = await startSite({ SCRIPTED_PACE_MS: "200" });
    const ada = await slow.account("ADMIN");
    const made = await ada.post(page, await offer(ada, slow));
    const path = made.headers.get("location") ?? "";
    const shown = await ada.get(path);
    const guest = slow.visitor();
    await guest.post(`/invite/${linkOnPage.exec(await shown.text())?.[1]}`, {});
    const room = await guest.start("the-loan");
    await guest.say(room, "Can we talk about the money?", { live: "yes" });
    await expect.poll(() => slow.db.$count(runs, eq(runs.status, "running"))).toBeGreaterThan(0);

    expect(await (await ada.get(path)).text()).toContain("one guest at once, with one conversation open");
    const began = performance.now();
    const revoked = await ada.post(path, { intent: "revoke" });
    expect(revoked.status).toBe(303);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await slow.db.$count(runs, eq(runs.status, "running"))).toBe(0);
    expect((await guest.get(room)).status).toBe(303);
    expect((await guest.get(`${room}/events?turn=x`)).status).toBe(401);
    expect(await (await ada.get(path)).text()).toContain("Withdrawn");
    const [kept] = await slow.db.execute(sql`select text from messages where role = 'user'`);
    expect(kept).toEqual({ text: "Can we talk about the money?" });
    expect(await brokenInvariants(slow.db)).toEqual([]);
    await slow.stop();
  });

  test("is for whoever made it and for administrators: to other power users it is not there", async () => {
    const grace = await site.account("POWER_USER", 500_000);
    const path = (await grace.post(page, await offer(grace))).headers.get("location") ?? "";
    const other = await site.account("POWER_USER");
    expect((await other.get(path)).status).toBe(404);
    await other.post(path, { intent: "revoke" });
    const mine = eq(invitations.createdBy, grace.personId);
    expect(await site.db.$count(invitations, sql`${mine} and revoked_at is not null`)).toBe(0);
    expect((await (await site.account("ADMIN")).post(path, { intent: "revoke" })).status).toBe(303);
    expect(await site.db.$count(invitations, sql`${mine} and revoked_at is not null`)).toBe(1);
    expect(await quotaOf(grace.personId)).toBe(500_000);
    for (const nowhere of [`${page}/x`, `${page}/%00`, `${page}/${grace.personId}`])
      expect((await grace.get(nowhere)).status).toBe(404);
    expect((await grace.post(path, {})).status).toBe(400);
  });
});

test("neither page is there for anybody else, in any way it can be asked for", async () => {
  for (const visitor of [await site.guest(), await site.account("GUEST"), await site.account("USER")])
    for (const path of [page, `${page}.data`, "/admin/presets", "/admin/presets.data"]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.post(path, { intent: "make", name: "X", tokens: "5000" })).status).toBe(404);
    }
  const grace = await site.account("POWER_USER", 500_000);
  expect((await grace.get("/admin/presets")).status).toBe(404);
  const stranger = await site.visitor().get(page);
  expect(stranger.headers.get("location")).toBe("/login?returnTo=%2Fadmin%2Finvitations");
});

test("presets: what crossed with another tab is answered with 409, and both are shown", async () => {
  const ada = await site.account("ADMIN");
  await ada.post("/admin/presets", { intent: "make", name: "Taster", tokens: "5000" });
  const taster = (await presetsInOrder(site.db)).find(({ name }) => name === "Taster");
  const was = { id: taster?.id ?? "", wasName: "Taster", wasTokens: "5000" };
  expect(
    (await ada.post("/admin/presets", { intent: "change", name: "Theirs", tokens: "6000", ...was })).status,
  ).toBe(303);
  const crossed = await ada.post("/admin/presets", {
    intent: "change",
    name: "Mine <3",
    tokens: "7000",
    ...was,
  });
  expect(crossed.status).toBe(409);
  const shown = await crossed.text();
  expect(shown).toContain('value="Theirs"');
  expect(shown).toContain("Mine &lt;3");
  const wrong = await ada.post("/admin/presets", { intent: "make", name: "Kept", tokens: "lots" });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('value="lots"');
});

/** The form as the page gives it, filled in. */
async function offer(visitor: Visitor, at = site): Promise<Record<string, string>> {
  const link = /name="link"[^>]*value="([^"]+)"/.exec(await (await visitor.get(page)).text())?.[1] ?? "";
  const [preset] = await presetsInOrder(at.db);
  return { link, label: "Ada", note: "", scenario: "", days: "14", seats: "1", preset: preset?.id ?? "" };
}

async function quotaOf(id: string) {
  const [person] = await site.db.select({ tokens: users.quotaTokens }).from(users).where(eq(users.id, id));
  return person?.tokens;
}
