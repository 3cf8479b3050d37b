import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { users } from "#db/schema/people.ts";
import { type FakeGoogle, type GooglePerson, startFakeGoogle } from "#e2e/fakes/google.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let google: FakeGoogle;
let site: TestSite;

beforeAll(async () => {
  google = await startFakeGoogle();
  site = await startSite({
    GOOGLE_CLIENT_ID: "our-id",
    GOOGLE_CLIENT_SECRET: "our-secret",
    GOOGLE_BASE_URL: google.origin,
    ADMIN_EMAILS: "grace@coach.example",
  });
});
beforeEach(() => {
  google.fault = null;
});
afterAll(async () => {
  await site.stop();
  await google.stop();
});
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("somebody new", () => {
  test("becomes a GUEST with the small budget, known by Google's subject, and comes to where they wanted", async () => {
    const ada = site.visitor();
    const page = await (await ada.get("/login?returnTo=/conversations")).text();
    expect(page).toContain("Sign in with Google");
    const sub = randomUUID();
    const back = await signIn(
      ada,
      { sub, name: "Ada", email: "ada@x.example", email_verified: true },
      "/conversations",
    );
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toBe("/conversations");
    expect((await ada.get("/conversations")).status).toBe(200);
    expect(await account(sub)).toMatchObject({
      role: "GUEST",
      name: "Ada",
      email: "ada@x.example",
      emailVerified: true,
      quotaTokens: 25_000,
    });
  });

  test("AU11 who comes back in two tabs at once is one account, and both tabs are signed in", async () => {
    const ada = site.visitor();
    const [one, two] = [await leave(ada, "/conversations"), await leave(ada, "/scenarios/the-loan")];
    const person = { sub: randomUUID() };
    const answers = await Promise.all([
      arrive(ada, google.approve(one, person)),
      arrive(ada, google.approve(two, person)),
    ]);
    expect(answers.map(({ headers }) => headers.get("location"))).toEqual([
      "/conversations",
      "/scenarios/the-loan",
    ]);
    expect(await site.db.select().from(users).where(eq(users.googleSubject, person.sub))).toHaveLength(1);
    expect((await ada.get("/conversations")).status).toBe(200);
  });
});

test("AU23 pressed seventy times, it keeps a few attempts, and the last of them still come back to their pages", async () => {
  const ada = site.visitor();
  const gone: string[] = [];
  for (let press = 0; press < 70; press++)
    gone.push(await leave(ada, `/conversations?${"x".repeat(900)}${press}`));
  expect((await ada.get("/login")).status).toBe(200);
  expect(ada.cookie?.length).toBeLessThan(8 * 1024);
  const person = { sub: randomUUID() };
  for (const press of [69, 68])
    expect((await arrive(ada, google.approve(gone[press] ?? "", person))).headers.get("location")).toMatch(
      new RegExp(`x${press}$`),
    );
  expect((await arrive(ada, google.approve(gone[0] ?? "", person))).status).toBe(400);
});

describe("somebody known", () => {
  test("AU15 is known by the subject, whatever the address is now", async () => {
    const sub = randomUUID();
    await signIn(site.visitor(), { sub, email: "old@x.example", email_verified: true });
    const before = await account(sub);
    await signIn(site.visitor(), { sub, email: "new@x.example", email_verified: true });
    expect(await account(sub)).toMatchObject({ id: before?.id, email: "new@x.example", quotaTokens: 25_000 });
  });

  test("AU14 is not somebody else with the same address", async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await signIn(site.visitor(), { sub: one, email: "same@x.example", email_verified: true });
    await signIn(site.visitor(), { sub: two, email: "same@x.example", email_verified: true });
    expect((await account(one))?.id).not.toBe((await account(two))?.id);
  });

  test("AU06 gets a session of their own: one that was there before is no way in any more", async () => {
    const ada = site.visitor();
    await signIn(ada, { sub: randomUUID() });
    const planted = ada.cookie;
    await signIn(ada, { sub: randomUUID() });
    expect(ada.cookie).not.toBe(planted);
    const other = site.visitor();
    other.cookie = planted;
    expect((await other.get("/conversations")).status).toBe(303);
  });

  test("AU08 whom an administrator has shut out does not come in, and is told so", async () => {
    const sub = randomUUID();
    await signIn(site.visitor(), { sub });
    await site.db
      .update(users)
      .set({ disabledAt: sql`now()` })
      .where(eq(users.googleSubject, sub));
    const ada = site.visitor();
    const back = await signIn(ada, { sub });
    expect(back.status).toBe(403);
    expect(await back.text()).toContain("This account is closed");
    expect(ada.cookie).toBeNull();
  });
});

describe("a guest of an invitation", () => {
  test("brings along what they have practised, becomes USER, and leaves no second way in", async () => {
    const guest = await site.guest(50_000);
    const room = await guest.start("the-loan");
    const asGuest = guest.cookie;
    const sub = randomUUID();
    expect((await signIn(guest, { sub }, room)).headers.get("location")).toBe(room);
    expect((await guest.get(room)).status).toBe(200);
    expect(await account(sub)).toMatchObject({ role: "USER" });
    const copy = site.visitor();
    copy.cookie = asGuest;
    expect((await copy.get(room)).status).toBe(303);
  });

  test("IN17 makes one account a USER, with however many they come back at once", async () => {
    const guest = await site.guest(50_000);
    const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => leave(guest, "/")));
    const people = tabs.map(() => ({ sub: randomUUID() }));
    await Promise.all(tabs.map((tab, at) => arrive(guest, google.approve(tab, people[at] ?? { sub: "" }))));
    const roles = await Promise.all(people.map(async ({ sub }) => (await account(sub))?.role));
    expect(roles.filter((role) => role === "USER")).toHaveLength(1);
  });

  test("who turns back at Google is a guest as before", async () => {
    const guest = await site.guest();
    const room = await guest.start("the-loan");
    const left = new URL(await leave(guest, room));
    const state = left.searchParams.get("state") ?? "";
    const back = await guest.get(`/api/auth/google/callback?error=access_denied&state=${state}`);
    expect(back.status).toBe(200);
    expect(await back.text()).toContain("all still there, in this browser");
    expect((await guest.get(room)).status).toBe(200);
  });
});

describe("AU21 an administrator by address", () => {
  test("is made once, with a line in the audit; what others make of them later stays", async () => {
    const person = { sub: randomUUID(), email: "Grace@coach.example", email_verified: true };
    await signIn(site.visitor(), person);
    const grace = await account(person.sub);
    expect(grace).toMatchObject({ role: "ADMIN", quotaTokens: 1_000_000 });
    const lines = await site.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, grace?.id ?? ""));
    expect(lines.map(({ deed }) => deed)).toEqual([
      "account made",
      "role changed",
      "administrator by ADMIN_EMAILS",
    ]);
    await site.db.update(users).set({ role: "USER" }).where(eq(users.googleSubject, person.sub));
    await signIn(site.visitor(), person);
    expect(await account(person.sub)).toMatchObject({ role: "USER", quotaTokens: 1_000_000 });
  });

  test("AU16 is not made by an address that Google has not verified", async () => {
    const sub = randomUUID();
    await signIn(site.visitor(), { sub, email: "grace@coach.example", email_verified: false });
    expect(await account(sub)).toMatchObject({ role: "GUEST" });
  });
});

describe("what Google did not send, or not to this browser", () => {
  test.each(["", "?state=x&code=y", "?code=y", "?state=%0d%0aSet-Cookie:%20a=b&code=y", "?state=x&state=y"])(
    "AU10 %j gets a page that begins anew, and no session",
    async (query) => {
      const ada = site.visitor();
      const back = await ada.get(`/api/auth/google/callback${query}`);
      expect(back.status).toBe(400);
      const page = await back.text();
      expect(page).toContain("That sign-in is not valid any more");
      expect(page).toContain("Sign in with Google again");
      expect(ada.cookie).toBeNull();
    },
  );

  test("AU10 AU12 an answer is good once: again, and in the page's history, it is not", async () => {
    const ada = site.visitor();
    const url = google.approve(await leave(ada, "/"), { sub: randomUUID() });
    const attempt = ada.cookie;
    expect((await arrive(ada, url)).status).toBe(303);
    expect((await arrive(ada, url)).status).toBe(400);
    const copy = site.visitor();
    copy.cookie = attempt;
    expect((await arrive(copy, url)).status).toBe(400);
    expect((await copy.get("/conversations")).status).toBe(303);
  });

  test("AU18 an answer that somebody else got signs nobody in as them", async () => {
    const mallory = site.visitor();
    const hers = google.approve(await leave(mallory, "/"), { sub: randomUUID() });
    const ada = site.visitor();
    await leave(ada, "/");
    expect((await arrive(ada, hers)).status).toBe(400);
    expect((await ada.get("/conversations")).status).toBe(303);
  });

  test.each([
    ["down", 503, "Google does not answer"],
    ["refuse", 503, "Google does not know this site"],
  ] as const)(
    "AU19 while Google is %s the page says so, and guests are not disturbed",
    async (fault, status, says) => {
      google.fault = fault;
      const ada = site.visitor();
      const back = await signIn(ada, { sub: randomUUID() });
      expect(back.status).toBe(status);
      expect(await back.text()).toContain(says);
      expect((await (await site.guest()).get("/conversations")).status).toBe(200);
    },
  );

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ])("AU17 whoever wanted to go to %j comes to the start page", async (returnTo) => {
    const back = await signIn(site.visitor(), { sub: randomUUID() }, returnTo);
    expect(back.headers.get("location")).toBe("/");
  });

  test("AU17 also when the cookie that keeps the way is a forged one", async () => {
    const ada = site.visitor();
    const url = google.approve(await leave(ada, "/conversations"), { sub: randomUUID() });
    const state = new URL(url).searchParams.get("state") ?? "";
    ada.cookie =
      (ada.cookie ?? "").replace(/return-[^;]+/, "") + `; return-${state}=${btoa('"//evil.example"')}`;
    expect((await arrive(ada, url)).headers.get("location")).toBe("/");
  });
});

describe("the page's policy", () => {
  test("lets a form go to Google where the form stands, and nowhere else", async () => {
    for (const [path, opened] of [
      ["/login", true],
      ["/", false],
      ["/scenarios/the-loan", false],
    ] as const) {
      const policy = (await site.visitor().get(path)).headers.get("content-security-policy") ?? "";
      expect(/form-action ([^;]+)/.exec(policy)?.[1], path).toBe(
        opened ? `'self' ${google.origin}` : "'self'",
      );
    }
  });

  test("what comes back from Google is kept by no cache and named in no index", async () => {
    const { headers } = await site.visitor().get("/api/auth/google/callback?code=secret&state=x");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-robots-tag")).toBe("noindex");
  });
});

/** Presses "Sign in with Google", approves there, and comes back. */
async function signIn(visitor: Visitor, person: GooglePerson, returnTo = "/"): Promise<Response> {
  return arrive(visitor, google.approve(await leave(visitor, returnTo), person));
}

async function leave(visitor: Visitor, returnTo: string): Promise<string> {
  const gone = await visitor.post("/api/auth/google", { returnTo });
  expect(gone.status).toBe(303);
  return gone.headers.get("location") ?? "";
}

function arrive(visitor: Visitor, url: string): Promise<Response> {
  expect(url.startsWith(site.origin)).toBe(true);
  return visitor.get(url.slice(site.origin.length));
}

async function account(sub: string) {
  const [row] = await site.db.select().from(users).where(eq(users.googleSubject, sub));
  return row;
}
