import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { accountSession, sealSession } from "#app/features/accounts/session-cookie.server.ts";
import { signedOutSessions, users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { readFrames } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";

const key = "ab".repeat(32);
const day = 24 * 60 * 60 * 1000;
let site: TestSite;

beforeAll(async () => {
  site = await startSite({ SCRIPTED_PACE_MS: "4" });
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("AU01 a cookie that is none", () => {
  test.each([
    "session=",
    "session=undefined",
    "session=a.b.c.d.e",
    `session=${"x".repeat(8_000)}`,
    "session=%00; session=%ff",
    ";;;=;session",
    "session=x; session=y",
  ])("%.30j is nobody, and no fault", async (cookie) => {
    const answer = await fetch(`${site.origin}/conversations`, {
      headers: { Cookie: cookie },
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/login?returnTo=%2Fconversations");
  });

  test("cut or changed, or of another key, is nobody", async () => {
    const ada = await site.account("USER");
    const good = ada.cookie ?? "";
    const foreign = await sealSession(["cd".repeat(32)], accountSession({ id: ada.personId, epoch: 0 }));
    for (const bad of [good.slice(0, -1), `${good.slice(0, -6)}AAAAAA`, `session=${foreign}`]) {
      ada.cookie = bad;
      expect((await ada.get("/conversations")).status).toBe(303);
    }
  });
});

describe("signing out", () => {
  test("AU04 ends this session, also for whoever copied the cookie, and no other", async () => {
    const ada = await site.account("USER");
    const telephone = site.visitor();
    telephone.cookie = await site.sessionOf(ada.personId);
    const copied = ada.cookie;
    expect((await ada.post("/logout", {})).status).toBe(303);
    expect(ada.cookie).toBeNull();
    ada.cookie = copied;
    expect((await ada.get("/conversations")).status).toBe(303);
    expect((await telephone.get("/conversations")).status).toBe(200);
  });

  test("AU04 is remembered for as long as a renewed copy of the cookie could live", async () => {
    const ada = await site.account("USER");
    const session = {
      ...accountSession({ id: ada.personId, epoch: 0 }),
      expiresAt: new Date(Date.now() + day),
    };
    ada.cookie = `session=${await sealSession([key], session)}`;
    const renewed = (await ada.get("/")).headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect(renewed).toMatch(/^session=./);
    ada.cookie = `session=${await sealSession([key], session)}`;
    await ada.post("/logout", {});
    const [denied] = await site.db
      .select()
      .from(signedOutSessions)
      .where(eq(signedOutSessions.id, session.id));
    expect(denied?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6.9 * day);
    ada.cookie = renewed;
    expect((await ada.get("/conversations")).status).toBe(303);
  });

  test("AU08 everywhere ends all of them at once", async () => {
    const ada = await site.account("USER");
    const telephone = site.visitor();
    telephone.cookie = await site.sessionOf(ada.personId);
    await ada.post("/logout", { everywhere: "yes" });
    expect((await telephone.get("/conversations")).status).toBe(303);
    const grace = await site.guest();
    expect((await grace.get("/conversations")).status).toBe(200);
  });

  test.each(["an account", "a guest"])("AU08 everywhere stops what still answers %s", async (who) => {
    const slow = await startSite({ SCRIPTED_PACE_MS: "200" });
    const ada = who === "a guest" ? await slow.guest() : await slow.account("USER");
    const room = await ada.start("the-loan");
    await ada.say(room, "It's about the money.", { live: "yes" });
    expect(await slow.db.$count(runs, eq(runs.status, "running"))).toBeGreaterThan(0);
    expect((await ada.post("/logout", { everywhere: "yes" })).status).toBe(303);
    expect(await slow.db.$count(runs, eq(runs.status, "running"))).toBe(0);
    expect(await brokenInvariants(slow.db)).toEqual([]);
    await slow.stop();
  });

  test("AU04 by reading the address signs nobody out", async () => {
    const ada = await site.account("USER");
    await ada.get("/logout");
    await ada.get("/logout?everywhere=yes");
    expect((await ada.get("/conversations")).status).toBe(200);
  });
});

describe("AU05 how long a session lasts", () => {
  test("an account's is renewed once it is a day old, under the same name, by any page; a guest's never", async () => {
    const ada = await site.account("USER");
    expect((await ada.get("/")).headers.getSetCookie()).toEqual([]);
    const session = accountSession({ id: ada.personId, epoch: 0 });
    ada.cookie = `session=${await sealSession([key], { ...session, expiresAt: new Date(Date.now() + 5 * day) })}`;
    const answers = await Promise.all([ada.get("/"), ada.get("/conversations.data")]);
    for (const answer of answers) {
      const [cookie = ""] = answer.headers.getSetCookie();
      const expires = new Date(/Expires=([^;]+)/.exec(cookie)?.[1] ?? 0);
      expect(expires.getTime() - Date.now()).toBeGreaterThan(6.9 * day);
    }
    expect((await ada.get("/")).headers.getSetCookie()).toEqual([]);

    const guest = await site.guest();
    await site.db.execute(sql`update users set created_at = now() - interval '10 days'`);
    expect((await guest.get("/")).headers.getSetCookie()).toEqual([]);
  });

  test("one that has run out is nobody's, whatever the browser keeps", async () => {
    const ada = await site.account("USER");
    const session = accountSession({ id: ada.personId, epoch: 0 });
    ada.cookie = `session=${await sealSession([key], { ...session, expiresAt: new Date(Date.now() - 1000) })}`;
    expect((await ada.get("/conversations")).status).toBe(303);
  });

  test("a guest's ends with the invitation", async () => {
    const guest = await site.guest();
    expect((await guest.get("/conversations")).status).toBe(200);
    await site.db
      .update(users)
      .set({ expiresAt: sql`now()` })
      .where(eq(users.role, "GUEST"));
    expect((await guest.get("/conversations")).status).toBe(303);
  });
});

test("AU02 a new key signs nobody out until the old one is removed, and seals what is new", async () => {
  const newer = "ef".repeat(32);
  const rotated = await startSite({ SESSION_KEY: `${newer},${key}` });
  const ada = await rotated.account("USER");
  const session = accountSession({ id: ada.personId, epoch: 0 });
  ada.cookie = `session=${await sealSession([key], { ...session, expiresAt: new Date(Date.now() + 5 * day) })}`;
  expect((await ada.get("/conversations")).status).toBe(200);
  const fresh = ada.cookie.slice("session=".length);
  await rotated.stop();
  const { openSession } = await import("#app/features/accounts/session-cookie.server.ts");
  expect(await openSession([newer], fresh)).toMatchObject({ id: session.id });
  expect(await openSession([newer], await sealSession([key], session))).toBeNull();
});

test("AU09 the cookie is for the server alone, and on https Secure and bound to the host", async () => {
  const secure = await startSite({ APP_ORIGIN: "https://coach.example" });
  const accepted = await fetch(`${secure.origin}/invite/${await secure.invite()}`, {
    method: "POST",
    headers: { Origin: "https://coach.example" },
    redirect: "manual",
  });
  expect(accepted.headers.get("set-cookie")).toMatch(
    /^__Host-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+; Secure$/,
  );
  await secure.stop();
});

describe("what somebody may do is read anew each time", () => {
  test("AU07 a lower role is in force at the next request", async () => {
    const ada = await site.account("ADMIN");
    expect((await ada.get("/admin/users")).status).toBe(200);
    await site.db.update(users).set({ role: "USER" }).where(eq(users.id, ada.personId));
    expect((await ada.get("/admin/users")).status).toBe(404);
  });

  test("AU08 who is shut out or erased is out at once", async () => {
    const ada = await site.account("USER");
    await site.db
      .update(users)
      .set({ disabledAt: sql`now()` })
      .where(eq(users.id, ada.personId));
    expect((await ada.get("/conversations")).status).toBe(303);
    const gone = site.visitor();
    gone.cookie = await site.sessionOf(uuidv7());
    expect((await gone.get("/conversations")).status).toBe(303);
  });

  test.each([
    ["signed out everywhere", { sessionEpoch: 1 }],
    ["shut out", { disabledAt: new Date() }],
  ])("AU07 AU08 an open stream of somebody who was %s ends", async (_, change) => {
    const slow = await startSite({ SCRIPTED_PACE_MS: "150" });
    expect(slow.practice.timing.recheckMs).toBeLessThanOrEqual(45_000);
    // Mended in place: whoever watches asks after each word.
    Object.assign(slow.practice, { timing: { ...slow.practice.timing, recheckMs: 0 } });
    const ada = await slow.account("USER");
    const room = await ada.start("the-loan");
    const turnId = randomUUID();
    await ada.say(room, "It's about the money.", { turnId, live: "yes" });
    const stream = await ada.get(`${room}/events?turn=${turnId}`);
    const reading = readFrames(stream);
    await slow.db.update(users).set(change).where(eq(users.id, ada.personId));
    expect((await reading).at(-1)?.event.channel).not.toBe("turn");
    expect(slow.practice.live.of(room.split("/").at(-1) ?? "")).not.toEqual([]);
    await slow.stop();
  });
});
