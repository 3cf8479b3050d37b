import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

test.each(["/account", "/account/erasure", "/account/export.json", "/account/export.html"])(
  "%s asks a stranger to come in first",
  async (path) => {
    const answer = await site.visitor().get(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/login?returnTo=${encodeURIComponent(path)}`,
    ]);
    expect((await site.visitor().get(`${path}.data?_routes=routes/account/show`)).status).not.toBe(200);
  },
);

test("the way to one's conversations is in the header of every page of one's own", async () => {
  const ada = await site.guest();
  const room = await ada.start("the-loan");
  await ada.post(room, { intent: "end" });
  const pages = ["/", "/account", `${room}/debrief`, `${room}/reminder`, `${room}/compare`];
  for (const path of pages) {
    const header = (await (await ada.get(path)).text()).split("</header>", 1)[0];
    expect(header, path).toContain('href="/conversations"');
  }
  expect(await (await site.visitor().get("/")).text()).not.toContain('href="/conversations"');
});

describe("a guest's account", () => {
  test("tells what is left, where it went, and how long what they write is kept", async () => {
    const ada = await site.guest();
    expect(await shown(await ada.get("/account"))).toContain("You have not practised yet");
    const room = await ada.start("the-promised-raise");
    await ada.say(room, FIRST);
    const page = await shown(await ada.get("/account"));
    expect(page).toMatch(/about \d+ turns left/);
    expect(page).toContain("Ask your manager for the raise you were promised");
    expect(page).toContain("30 days after you last practised");
    expect(page).toContain(`href="${room}/erasure"`);
    expect(page, "nothing is offered that is not there").not.toContain("Google");
  });

  test("PR03 is taken away as data and as a page that opens by itself", async () => {
    const ada = await site.guest();
    await ada.say(await ada.start("the-promised-raise"), FIRST);
    const json = await ada.get("/account/export.json");
    expect(json.headers.get("content-disposition")).toBe('attachment; filename="conversation-coach.json"');
    expect(json.headers.get("cache-control")).toBe("no-store");
    const taken = await json.json();
    expect(taken.conversations[0].messages).toContainEqual(
      expect.objectContaining({ role: "user", text: FIRST }),
    );
    const page = await (await ada.get("/account/export.html")).text();
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain(FIRST);
    const everything = await (await (await site.guest()).get("/account/export.json")).text();
    expect(everything).not.toContain(FIRST);
  });
});

describe("deleting everything", () => {
  test("PR05 is said first, changes nothing by looking, and then leaves this browser and every other outside", async () => {
    const token = await site.invite();
    const ada = site.visitor();
    await ada.post(`/invite/${token}`, {});
    const room = await ada.start("the-promised-raise");
    await ada.say(room, FIRST);
    const elsewhere = site.visitor();
    elsewhere.cookie = ada.cookie;
    const first = await shown(await ada.get("/account/erasure"));
    for (const told of [
      "What goes",
      "What stays",
      "Download it first",
      "A place on an invitation stays taken",
    ])
      expect(first).toContain(told);
    expect((await ada.get(room)).status).toBe(200);

    const gone = await ada.post("/account/erasure", {});
    expect([gone.status, gone.headers.get("location")]).toEqual([303, "/erased"]);
    expect(gone.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(ada.cookie).toBeNull();
    expect(await shown(await ada.get("/erased"))).toContain("Everything of yours is deleted");
    for (const path of ["/account", room, "/conversations"])
      expect((await elsewhere.get(path)).status, path).toBe(303);
    const back = await ada.post(`/invite/${token}`, {});
    expect(back.status).toBe(410);
    expect(await left()).toBe(0);

    async function left() {
      const [row] = await site.db.execute<{ n: number }>(
        sql`select count(*)::int n from conversation_sessions where id = ${idOf(room)}`,
      );
      return row?.n;
    }
  });

  test("takes no post from another site", async () => {
    const ada = await site.guest();
    const posted = await ada.post("/account/erasure", {}, { Origin: "https://evil.example" });
    expect(posted.status).toBe(403);
    expect((await ada.get("/account")).status).toBe(200);
  });
});

describe("deleting one conversation", () => {
  test("is said first, gives nothing back, and leaves the others", async () => {
    const ada = await site.guest();
    const room = await ada.start("the-loan");
    const other = await ada.start("the-promised-raise");
    await ada.say(room, "It's about the two thousand euros.");
    expect(await shown(await ada.get(`${room}/erasure`))).toContain("It cannot be brought back.");
    const gone = await ada.post(`${room}/erasure`, {});
    expect([gone.status, gone.headers.get("location")]).toEqual([303, "/conversations"]);
    expect((await ada.get(room)).status).toBe(404);
    expect((await ada.get(other)).status).toBe(200);
    expect(await shown(await ada.get("/account"))).toContain("Conversations and drafts that are deleted");
    expect((await ada.post(`${room}/erasure`, {})).status).toBe(404);
  });

  test("of somebody else's is a page that is not there", async () => {
    const room = await (await site.guest()).start("the-loan");
    const grace = await site.guest();
    expect((await grace.get(`${room}/erasure`)).status).toBe(404);
    expect((await grace.post(`${room}/erasure`, {})).status).toBe(404);
    const kept = eq(conversationSessions.id, idOf(room));
    expect(await site.db.select().from(conversationSessions).where(kept)).toHaveLength(1);
  });

  test("is offered by its review", async () => {
    const ada = await site.guest();
    const room = await ada.start("the-loan");
    await ada.post(room, { intent: "end" });
    expect(await shown(await ada.get(`${room}/debrief`))).toContain(`href="${room}/erasure"`);
  });
});

test("PR07 signing out and being erased clear what the browser keeps", async () => {
  const ada = await site.guest();
  const out = await ada.post("/logout", {});
  expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"');
});

test("PR10 an invitation says what is stored and for how long before it is taken, and until then no turn is possible", async () => {
  const token = await site.invite();
  const visitor = site.visitor();
  expect(await shown(await visitor.get(`/invite/${token}`))).toContain("it is deleted 30 days");
  const started = await visitor.post("/scenarios/the-loan", {});
  expect(started.headers.get("location")).toMatch(/^\/login/);
});

describe("QT14 the site's limit for today", () => {
  let boss: Visitor;
  beforeAll(async () => {
    boss = await admin();
  });

  test("is set by an administrator, refuses a turn with 402, says until when, and keeps the words", async () => {
    const ada = await site.guest();
    const room = await ada.start("the-promised-raise");
    const set = await boss.post("/admin/usage", { on: "yes", tokens: "100" });
    expect([set.status, set.headers.get("location")]).toEqual([303, "/admin/usage?saved"]);
    const refused = await ada.say(room, FIRST);
    expect(refused.status).toBe(402);
    const page = await shown(refused);
    expect(page).toContain("midnight UTC");
    expect(page).toContain(`${FIRST}</textarea>`);
    expect(await shown(await boss.get("/admin/usage"))).toMatch(/On: [\d,]+ of 100 spent today/);

    const herRoom = await boss.start("the-promised-raise");
    expect((await boss.say(herRoom, FIRST)).status).toBe(303);

    await boss.post("/admin/usage", { tokens: "100" });
    expect((await ada.say(room, FIRST)).status).toBe(303);
    const usage = await shown(await boss.get("/admin/usage"));
    expect(usage).toContain("Off: nothing is counted");
    expect(usage).toMatch(
      /the coach read \d+ learner messages? beside the rules .+, and \d+ of them otherwise/u,
    );
  });

  test.each(["", "NaN", "1e309", "-5", "25000.5", "0x10", "99999999999", "many", "\0"])(
    "QT17 an amount of %j is refused with 400 and what was typed, and changes nothing",
    async (tokens) => {
      const before = await site.db.execute(sql`select * from daily_ceiling`);
      const answer = await boss.post("/admin/usage", { on: "yes", tokens });
      expect(answer.status).toBe(400);
      const page = await shown(answer);
      expect(page).toContain("Write a whole number");
      if (tokens !== "\0") expect(page).toContain(`value="${tokens}"`);
      expect(await site.db.execute(sql`select * from daily_ceiling`)).toEqual(before);
    },
  );

  test("QT17 an amount may be written as people do", async () => {
    for (const tokens of ["2500000", " 2,500,000 ", "2 500 000"])
      expect((await boss.post("/admin/usage", { tokens })).status).toBe(303);
    expect(await site.db.execute(sql`select tokens from daily_ceiling`)).toMatchObject([
      { tokens: 2_500_000 },
    ]);
  });

  test("is nobody else's to see or to change", async () => {
    const ada = await site.guest();
    expect((await ada.get("/admin/usage")).status).toBe(404);
    expect((await ada.post("/admin/usage", { on: "yes", tokens: "0" })).status).toBe(404);
    expect((await ada.get("/admin/usage.data?_routes=routes/admin/usage")).status).not.toBe(200);
    expect((await site.visitor().get("/admin/usage")).status).toBe(303);
  });
});

test("what is spent is told by person and by model, with the books in order", async () => {
  const boss = await admin();
  const ada = await site.guest();
  await ada.say(await ada.start("the-promised-raise"), FIRST);
  const page = await shown(await boss.get("/admin/usage"));
  for (const told of ["Last 30 days", "A guest", "scripted", "Overage", "In order: everything held back"])
    expect(page).toContain(told);
  await site.db.execute(sql`update users set reserved_tokens = 77 where id = ${await newest()}`);
  const torn = await shown(await boss.get("/admin/usage"));
  expect(torn).toContain("Counters the log does not bear out");
  expect(torn).toContain("reserved: 77, should be 0");
  await site.db.execute(sql`update users set reserved_tokens = 0`);
});

async function admin(): Promise<Visitor> {
  const visitor = await site.guest();
  await site.db
    .update(users)
    .set({ role: "ADMIN" })
    .where(eq(users.id, await newest()));
  return visitor;
}

async function newest(): Promise<string> {
  const [row] = await site.db.execute<{ id: string }>(sql`select id from users order by id desc limit 1`);
  return row?.id ?? "";
}

function idOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

/** Without what only scripts read. */
async function shown(response: Response): Promise<string> {
  return (await response.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll("<!-- -->", "")
    .replaceAll("&#x27;", "'");
}
