import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;
let ada: Visitor;
let room: string;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest();
  room = await ada.start("the-promised-raise");
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("a plain form post", () => {
  test("waits for both replies and comes back to its turn", async () => {
    const said = await ada.say(room, "In March you said we would look at my pay in the autumn.");
    expect(said.status).toBe(303);
    expect(said.headers.get("location")).toBe(`${room}#turn-1`);
    const page = await (await ada.get(room)).text();
    expect(page).toContain("In March you said we would look at my pay in the autumn.");
    expect(page).toContain("The coach listens to your first message");
    expect(page).not.toContain("is answering");
  });

  test("gets a note of the coach from the second message on", async () => {
    const said = await ada.say(
      room,
      "I'm asking for 68,000, because I have run the billing rewrite on my own since June.",
    );
    expect(said.headers.get("location")).toBe(`${room}#turn-2`);
    const [note] = await site.db
      .select({ text: messages.text })
      .from(messages)
      .where(
        sql`${messages.role} = 'coach' and ${messages.conversationId} = ${idOf(room)} and ${messages.text} <> ''`,
      );
    expect(note?.text.length).toBeGreaterThan(20);
    expect(decoded(await (await ada.get(room)).text())).toContain(note?.text.split(" — ")[0]);
  });
});

describe("the same turn posted again", () => {
  test("ID01 is the same turn: nothing new is run or charged", async () => {
    const turnId = randomUUID();
    const fields = { intent: "speak", turnId, text: "What would you need to see?" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => ada.post(room, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    expect(await site.db.select().from(runs).where(eq(runs.subjectId, turnId))).toHaveLength(2);
  });

  test("ID03 with other words is refused, and the words are kept", async () => {
    const turnId = randomUUID();
    await ada.say(room, "Could we write it down?", { turnId });
    const again = await ada.say(room, "Actually, something <else> entirely.", { turnId });
    expect(again.status).toBe(409);
    const page = await again.text();
    expect(decoded(page)).toContain("Actually, something <else> entirely.</textarea>");
    expect(page).toContain("already sent with other words");
  });

  test("ID04 of another learner is a turn of their own", async () => {
    const grace = await site.guest();
    const herRoom = await grace.start("the-loan");
    const turnId = randomUUID();
    await ada.say(room, "I'd like a date.", { turnId });
    const said = await grace.say(herRoom, "I'd like it back.", { turnId });
    expect(said.headers.get("location")).toBe(`${herRoom}#turn-1`);
    expect(await site.db.select().from(turns).where(eq(turns.id, turnId))).toHaveLength(2);
  });

  test("ID09 cannot come of going back or reloading: a post is answered with a redirect, and pages are not kept", async () => {
    const said = await ada.say(room, "Shall we put a date on it?");
    expect([said.status, said.headers.get("cache-control")]).toEqual([303, "no-store"]);
    const page = await ada.get(room);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await page.text()).toMatch(/<textarea[^>]*><\/textarea>/);
  });
});

describe("bad input", () => {
  test.each([
    ["nothing", "", "There was nothing to send"],
    ["blanks", "  \n\t ", "There was nothing to send"],
    ["only what cannot be seen", "\u200b\u200d", "There was nothing to send"],
    ["4,001 characters", "a".repeat(4001), "4,001 characters"],
    ["ten times too much", "words".repeat(8000), "40,000 characters"],
  ])("%s is told, with status 400 and the text kept", async (_, text, told) => {
    const said = await ada.say(room, text);
    expect(said.status).toBe(400);
    const page = await said.text();
    expect(page).toContain(told);
    if (text.trim() && !text.startsWith("\u200b")) expect(page).toContain(text.slice(0, 200));
  });

  test.each([
    ["no turn id", { intent: "speak", text: "Hello there" }],
    ["a bad turn id", { intent: "speak", turnId: "1; drop table turns", text: "Hello there" }],
    ["a turn id of 10 KB", { intent: "speak", turnId: "a".repeat(10_000), text: "Hello there" }],
    [
      "a parent of nobody",
      { intent: "speak", turnId: randomUUID(), parent: randomUUID(), text: "Hello there" },
    ],
    ["a bad parent", { intent: "speak", turnId: randomUUID(), parent: "me", text: "Hello there" }],
    ["no intent", { turnId: randomUUID(), text: "Hello there" }],
    ["an unknown intent", { intent: "fly", text: "Hello there" }],
    [
      "a name that is not one",
      {
        intent: "speak",
        turnId: randomUUID(),
        text: "Hello there",
        ["__proto__"]: "x",
        constructor: "y",
        intentt: "z",
      },
    ],
  ])("ID05 %s never loses the text and never is a 500", async (_, fields) => {
    const said = await ada.post(room, fields);
    expect([303, 400]).toContain(said.status);
    if (said.status === 400) expect(await said.text()).toContain("Hello there");
  });

  test("a field given twice is refused", async () => {
    const fields = new URLSearchParams({ intent: "speak", turnId: randomUUID(), text: "Hello there" });
    fields.append("text", "Or this");
    const said = await ada.post(room, fields);
    expect(said.status).toBe(400);
  });

  test("a body that is no form at all is a clear page", async () => {
    const said = await fetch(site.origin + room, {
      method: "POST",
      headers: { Origin: site.origin, Cookie: ada.cookie ?? "", "Content-Type": "application/json" },
      body: '{"intent":"speak"}',
      redirect: "manual",
    });
    expect(said.status).toBe(400);
  });

  test.each([
    ["NUL and half a surrogate pair", "We\0 agreed\ud83d on it", "We agreed\ufffd\ufffd\ufffd on it"],
    ["right-to-left text", "שלום, אני רוצה לדבר על השכר", "שלום, אני רוצה לדבר על השכר"],
    ["joined emoji", "That hurt 👨‍👩‍👧 a bit", "That hurt 👨‍👩‍👧 a bit"],
    ["markup", "<script>alert(1)</script> </textarea>", "<script>alert(1)</script> </textarea>"],
  ])("%s is stored and shown as words", async (_, text, stored) => {
    const turnId = randomUUID();
    // A browser cannot post these raw bytes in a string; the encoder here does what an attacker's would.
    const body = `intent=speak&turnId=${turnId}&text=${encode(text)}`;
    const said = await fetch(site.origin + room, {
      method: "POST",
      headers: {
        Origin: site.origin,
        Cookie: ada.cookie ?? "",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body,
      redirect: "manual",
    });
    expect(said.status).toBe(303);
    const [message] = await site.db
      .select()
      .from(messages)
      .where(sql`${messages.turnId} = ${turnId} and role = 'user'`);
    expect(message?.text).toBe(stored);
    expect(decoded(await (await ada.get(room)).text())).toContain(stored);
  });
});

describe("somebody else's conversation", () => {
  test("ID10 is not there: page, post, stream and export", async () => {
    const grace = await site.guest();
    for (const path of [
      room,
      `${room}/events?turn=${randomUUID()}`,
      `${room}/export.md`,
      `${room}/export.json`,
      "/conversation/abc",
    ]) {
      expect((await grace.get(path)).status, path).toBe(404);
    }
    expect((await grace.say(room, "Let me in")).status).toBe(404);
    expect((await grace.post(room, { intent: "end" })).status).toBe(404);
    expect((await grace.get("/conversation/abc")).status).toBe(404);
  });

  test("asks a stranger to come in first, and answers a stream with 401", async () => {
    const stranger = site.visitor();
    const page = await stranger.get(room);
    expect(page.status).toBe(303);
    expect(page.headers.get("location")).toBe(`/login?returnTo=${encodeURIComponent(room)}`);
    expect((await stranger.get(`${room}/events?turn=${randomUUID()}`)).status).toBe(401);
    expect((await stranger.get(`${room}.data?_routes=routes/conversations/show`)).status).not.toBe(200);
  });
});

describe("a budget", () => {
  test("that is used up refuses with 402, keeps the text and charges nothing", async () => {
    const poor = await site.guest(1_000);
    const hisRoom = await poor.start("the-loan");
    const said = await poor.say(hisRoom, "About the money.");
    expect(said.status).toBe(402);
    expect(await said.text()).toContain("About the money.");
    expect((await poor.get(`${hisRoom}/export.md`)).status).toBe(200);
  });

  test("is never overspent by turns at once in many conversations", async () => {
    const rich = await site.guest(6_000);
    const rooms = await Promise.all(Array.from({ length: 12 }, () => rich.start("the-loan")));
    const answers = await Promise.all(
      rooms.map((one) => rich.say(one, "You owe me two thousand euros, and I need it by May.")),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 402).length).toBeGreaterThan(0);
    const refused = statuses.filter((status) => status === 402).length;
    const spent = await site.db.select().from(users).where(eq(users.quotaTokens, 6_000));
    expect(spent[0]?.usedTokens).toBeLessThanOrEqual(6_000);
    expect(statuses.length - refused).toBe(
      (
        await site.db
          .select()
          .from(runs)
          .where(eq(runs.payerId, spent[0]?.id ?? ""))
      ).filter(({ lane }) => lane === "partner").length,
    );
  });
});

describe("the end", () => {
  test("ID10 is accepted once, shown, and closes the conversation", async () => {
    const path = await ada.start("the-loan");
    await ada.say(path, "It's about the two thousand euros.");
    expect((await ada.post(path, { intent: "end", ending: "next-step" })).status).toBe(303);
    expect((await ada.post(path, { intent: "end", ending: "agreement" })).status).toBe(303);
    const [stored] = await site.db
      .select()
      .from(conversationSessions)
      .where(eq(conversationSessions.id, idOf(path)));
    expect(stored).toMatchObject({ ending: "next-step", endedBy: "learner" });
    expect(await (await ada.get(path)).text()).toContain("You left with a next step.");
    const late = await ada.say(path, "One more thing");
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("has ended");
  });

  test("that crosses with a message leaves nobody speaking in an ended conversation", async () => {
    for (let round = 0; round < 5; round++) {
      const path = await ada.start("the-loan");
      await Promise.all([
        ada.say(path, "It's about the money.", { live: "yes" }),
        ada.post(path, { intent: "end", ending: "impasse" }),
      ]);
      const running = await site.db
        .select()
        .from(runs)
        .where(sql`${runs.conversationId} = ${idOf(path)} and status = 'running'`);
      expect(running).toEqual([]);
    }
  });

  test("leaves everything to take away", async () => {
    const text = await (await ada.get(`${room}/export.md`)).text();
    expect(text).toContain("**You**");
    const json = await (await ada.get(`${room}/export.json`)).json();
    expect(json.turns[1].learner).toContain("In March you said");
    expect(JSON.stringify(json)).not.toMatch(/resistance|"moves"|"state"/);
  });
});

function idOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

function encode(text: string): string {
  return encodeURIComponent(text.replaceAll("\ud83d ", "@@ ")).replaceAll("%40%40", "%ED%A0%BD");
}

function decoded(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
