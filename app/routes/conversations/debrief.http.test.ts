import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationSessions, turns } from "#db/schema/conversations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest();
});
afterAll(() => site.stop());

describe("the review", () => {
  test("is where an end leads, and leads to the room until there is one", async () => {
    const path = await ada.start("the-loan");
    const early = await ada.get(`${path}/debrief`);
    expect([early.status, early.headers.get("location")]).toEqual([303, path]);

    const ended = await ada.post(path, { intent: "end", ending: "next-step" });
    expect([ended.status, ended.headers.get("location")]).toEqual([303, `${path}/debrief`]);
    const review = await ada.get(`${path}/debrief`);
    expect(review.status).toBe(200);
    expect(await review.text()).toContain("You left with a next step.");
  });

  test("is nobody else's, to look at or to change", async () => {
    const path = await endedByAda();
    const grace = await site.guest();
    expect((await grace.get(`${path}/debrief`)).status).toBe(404);
    const changes: Record<string, string>[] = [
      { intent: "tell-ending", ending: "agreement" },
      { intent: "reopen" },
    ];
    for (const fields of changes) expect((await grace.post(`${path}/debrief`, fields)).status).toBe(404);
    expect(await stored(path)).toMatchObject({ ending: "someone-leaves", endedBy: "learner" });

    for (const own of [`${path}/debrief`, "/conversations"]) {
      const stranger = await site.visitor().get(own);
      expect([stranger.status, stranger.headers.get("location")]).toEqual([
        303,
        `/login?returnTo=${encodeURIComponent(own)}`,
      ]);
    }
  });

  test("changes how it ended only where the learner ended it; what the partner offered stands", async () => {
    const path = await endedByAda();
    await ada.post(`${path}/debrief`, { intent: "tell-ending", ending: "agreement" });
    expect(await stored(path)).toMatchObject({ ending: "agreement", endedBy: "learner" });

    await site.db
      .update(conversationSessions)
      .set({ endedBy: "partner", ending: "impasse" })
      .where(eq(conversationSessions.id, idOf(path)));
    await ada.post(`${path}/debrief`, { intent: "tell-ending", ending: "agreement" });
    const reopened = await ada.post(`${path}/debrief`, { intent: "reopen" });
    expect(reopened.headers.get("location")).toBe(`${path}/debrief`);
    expect(await stored(path)).toMatchObject({ ending: "impasse", endedBy: "partner" });
    expect(await (await ada.get(`${path}/debrief`)).text()).not.toContain("Go on talking");
  });

  test("answers a form it did not make with 400, and changes nothing", async () => {
    const path = await endedByAda();
    for (const fields of [{ intent: "tell-ending", ending: "won" }, { intent: "erase" }, {}])
      expect((await ada.post(`${path}/debrief`, fields as Record<string, string>)).status).toBe(400);
    expect(await stored(path)).toMatchObject({ ending: "someone-leaves" });
  });

  test("counts the minutes somebody was there: a long pause is none of them", async () => {
    const path = await ada.start("the-loan");
    for (const line of ["It's about the money.", "You owe me two thousand.", "By May, please."])
      await ada.say(path, line);
    await ada.post(path, { intent: "end" });
    // The opener, 4 minutes, a night, 3 minutes, and 2 to the end.
    const minutes = [0, 4, 600, 603];
    for (const [ordinal, at] of minutes.entries())
      await site.db
        .update(turns)
        .set({ createdAt: sql`timestamptz '2026-11-23 10:00Z' + make_interval(mins => ${at})` })
        .where(sql`${turns.conversationId} = ${idOf(path)} and ordinal = ${ordinal}`);
    await site.db
      .update(conversationSessions)
      .set({ endedAt: sql`timestamptz '2026-11-23 10:00Z' + make_interval(mins => 605)` })
      .where(eq(conversationSessions.id, idOf(path)));
    expect(await (await ada.get(`${path}/debrief`)).text()).toContain("9 min");
    expect(await (await ada.get("/conversations")).text()).toContain("9 min");
  });
});

test("a message that comes too late is shown on the page of the ended conversation", async () => {
  const path = await endedByAda();
  const late = await ada.say(path, "One more thing.");
  expect(late.status).toBe(409);
  // Without what only scripts read.
  const page = (await late.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  expect(page).toContain("has ended, so nothing was sent");
  expect(page).toContain("One more thing.");
});

async function endedByAda(): Promise<string> {
  const path = await ada.start("the-loan");
  await ada.post(path, { intent: "end" });
  return path;
}

async function stored(path: string) {
  const [row] = await site.db
    .select()
    .from(conversationSessions)
    .where(eq(conversationSessions.id, idOf(path)));
  return row;
}

function idOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

describe("linking an account is offered", () => {
  const title = "Keep what you have practised";
  const nearly = "Your practice budget is nearly used up";
  let google: TestSite;
  beforeAll(async () => {
    google = await startSite({ GOOGLE_CLIENT_ID: "x", GOOGLE_CLIENT_SECRET: "x" });
  });
  afterAll(() => google.stop());

  test("to a guest at the end of a conversation, never during it; and not again after “not now”", async () => {
    const guest = await google.guest();
    const path = await guest.start("the-loan");
    expect(await (await guest.get(path)).text()).not.toContain("/api/auth/google");
    await guest.post(path, { intent: "end" });
    const review = await (await guest.get(`${path}/debrief`)).text();
    expect(review).toContain(title);
    expect(review).toContain('action="/api/auth/google"');
    expect(review).not.toContain("<dialog");

    const dismissed = await guest.post(`${path}/debrief`, { intent: "dismiss-link" });
    expect([dismissed.status, dismissed.headers.get("location")]).toEqual([303, `${path}/debrief`]);
    expect(await (await guest.get(`${path}/debrief`)).text()).not.toContain(title);
    await google.db.execute(sql`update users set used_tokens = quota_tokens where role = 'GUEST'`);
    expect(await (await guest.get("/")).text()).not.toContain(nearly);
    await google.db.execute(sql`update users set used_tokens = 0`);
  });

  test("on the start page from four fifths of the budget on", async () => {
    const guest = await google.guest(10_000);
    await google.db.execute(sql`update users set used_tokens = 7999 where quota_tokens = 10000`);
    expect(await (await guest.get("/")).text()).not.toContain(nearly);
    await google.db.execute(sql`update users set used_tokens = 8000 where quota_tokens = 10000`);
    expect(await (await guest.get("/")).text()).toContain(nearly);
    expect((await guest.post("/?index", { intent: "dismiss-link" })).status).toBe(303);
    expect(await (await guest.get("/")).text()).not.toContain(nearly);
    expect((await guest.post("/?index", {})).status).toBe(400);
    expect((await google.visitor().post("/?index", { intent: "dismiss-link" })).status).toBe(303);
    await google.db.execute(sql`update users set used_tokens = 0`);
  });

  test("to nobody with an account, and to nobody where signing in with Google is not set up", async () => {
    const path = await endedByAda();
    expect(await (await ada.get(`${path}/debrief`)).text()).not.toContain(title);
    const grace = await google.account("USER");
    const own = await grace.start("the-loan");
    await grace.post(own, { intent: "end" });
    expect(await (await grace.get(`${own}/debrief`)).text()).not.toContain(title);
  });
});
