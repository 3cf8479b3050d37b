import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeOwnerLink, voidOwnerLinks } from "#app/features/accounts/owner-link.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { ownerLinks, users } from "#db/schema/people.ts";
import { type FakeGoogle, startFakeGoogle } from "#e2e/fakes/google.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";

let google: FakeGoogle;
let site: TestSite;

beforeAll(async () => {
  google = await startFakeGoogle();
  site = await startSite({
    GOOGLE_CLIENT_ID: "id",
    GOOGLE_CLIENT_SECRET: "secret",
    GOOGLE_BASE_URL: google.origin,
  });
});
afterAll(async () => {
  await site.stop();
  await google.stop();
});
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

test("AU21 looking at an owner link uses nothing up and sets no cookie, whoever looks", async () => {
  const token = await makeOwnerLink(site.db);
  for (const headers of [{}, { "User-Agent": "Slackbot-LinkExpanding 1.0" }, { Purpose: "prefetch" }]) {
    const visitor = site.visitor();
    const page = await visitor.get(`/owner/${token}`, headers as Record<string, string>);
    expect(page.status).toBe(200);
    expect(visitor.cookie).toBeNull();
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
  }
  await fetch(`${site.origin}/owner/${token}`, { method: "HEAD" });
  const { status, headers } = await site.visitor().post(`/owner/${token}`, {});
  expect([status, headers.get("location")]).toEqual([303, "/admin"]);
});

test("AU21 of twenty posts at once one signs in; the owner is one and the same, and each time is in the audit", async () => {
  const token = await makeOwnerLink(site.db);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.visitor().post(`/owner/${token}`, {})),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  const links = await Promise.all(Array.from({ length: 5 }, () => makeOwnerLink(site.db)));
  await Promise.all(links.map((link) => site.visitor().post(`/owner/${link}`, {})));
  const owners = await site.db.select().from(users).where(eq(users.role, "ADMIN"));
  expect(owners).toHaveLength(1);
  expect(owners[0]?.quotaTokens).toBe(1_000_000);
  const lines = await site.db.select().from(auditLog).where(eq(auditLog.deed, "signed in by owner link"));
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(new Set(lines.map(({ actorId }) => actorId))).toEqual(new Set([owners[0]?.id]));
});

test("AU21 a link that was used, is too old, or was voided by a later start has ended; one of nobody leads nowhere", async () => {
  const used = await makeOwnerLink(site.db);
  await site.visitor().post(`/owner/${used}`, {});
  const old = await makeOwnerLink(site.db);
  const [made] = await site.db
    .select()
    .from(ownerLinks)
    .orderBy(sql`created_at desc`)
    .limit(1);
  const minutes = ((made?.expiresAt.getTime() ?? 0) - (made?.createdAt.getTime() ?? 0)) / 60_000;
  expect(minutes).toBeCloseTo(15, 0);
  await site.db
    .update(ownerLinks)
    .set({ expiresAt: sql`now()` })
    .where(eq(ownerLinks.id, made?.id ?? ""));
  const voided = await makeOwnerLink(site.db);
  await voidOwnerLinks(site.db);
  for (const [token, status] of [
    [used, 410],
    [old, 410],
    [voided, 410],
    ["nobody", 404],
    ["%00", 404],
  ] as const) {
    const ada = site.visitor();
    expect((await ada.get(`/owner/${token}`)).status, token).toBe(status);
    const answer = await ada.post(`/owner/${token}`, {});
    expect(answer.status, token).toBe(status);
    expect(await answer.text()).toContain("npm run owner-link");
    expect(ada.cookie).toBeNull();
  }
});

test("a token is kept only as its hash", async () => {
  const token = await makeOwnerLink(site.db);
  expect(JSON.stringify(await site.db.select().from(ownerLinks))).not.toContain(token);
});

test("the owner brings along what this browser practised as a guest", async () => {
  const guest = await site.guest();
  const room = await guest.start("the-loan");
  const token = await makeOwnerLink(site.db);
  expect(await (await guest.get(`/owner/${token}`)).text()).toContain("as a guest comes along");
  await guest.post(`/owner/${token}`, {});
  expect((await guest.get("/admin")).status).toBe(200);
  expect((await guest.get(room)).status).toBe(200);
});

test("the owner who links Google stays the owner, by the link as by Google; a Google account of somebody else is not linked", async () => {
  const owner = site.visitor();
  await owner.post(`/owner/${await makeOwnerLink(site.db)}`, {});
  const taken = site.visitor();
  await linkTo(taken, "somebody else");
  const refused = await linkTo(owner, "somebody else");
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("an account of its own here");

  const before = owner.cookie;
  expect((await linkTo(owner, "the owner")).status).toBe(303);
  const copy = site.visitor();
  copy.cookie = before;
  expect((await copy.get("/admin")).status, "the session of before is over").toBe(303);
  expect((await owner.get("/admin")).status).toBe(200);
  const again = site.visitor();
  await again.post(`/owner/${await makeOwnerLink(site.db)}`, {});
  expect(await site.db.select().from(users).where(eq(users.role, "ADMIN"))).toHaveLength(1);
  const elsewhere = site.visitor();
  await linkTo(elsewhere, "the owner");
  expect((await elsewhere.get("/admin")).status).toBe(200);
});

async function linkTo(visitor: ReturnType<TestSite["visitor"]>, sub: string): Promise<Response> {
  const gone = await visitor.post("/api/auth/google", {});
  const back = google.approve(gone.headers.get("location") ?? "", { sub });
  return visitor.get(back.slice(site.origin.length));
}
