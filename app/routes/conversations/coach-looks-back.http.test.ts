import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turns } from "#db/schema/conversations.ts";
import { debriefs } from "#db/schema/debriefs.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import { heard, readFrames } from "#e2e/event-reader.ts";
import type { Visitor } from "#e2e/visitor.ts";

const first = "In April you told me we would get my pay there by the summer.";
const second = "I am asking for 46,000, because I have run Owen's eleven accounts since June.";
const third = "What would Colm need to see to say yes?";

let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest(500_000);
});
afterAll(() => site.stop());

describe("the coach's look back, without JavaScript", () => {
  test("comes after the learner's own view, in its order, and can be talked about and taken away", async () => {
    const path = await ended();
    expect(await page(`${path}/debrief`)).not.toContain("The coach looks back");
    await ada.post(`${path}/debrief`, { intent: "own-view", view: "I named it." });
    expect(await page(`${path}/debrief`)).toContain("Ask the coach for the debrief");

    const asked = await ada.post(`${path}/debrief`, { intent: "debrief", attempt: "1" });
    expect([asked.status, asked.headers.get("location")]).toEqual([
      303,
      `${path}/debrief?notes=shown#debrief`,
    ]);
    const debrief = await page(`${path}/debrief`);
    const order = [
      "First, how you see it",
      "The coach looks back",
      ">What worked<",
      "The moment that decided most",
      "What to change",
      "Your plan",
      "How each move went: Anchor, reason, silence",
      "What Ruth was thinking",
      "Talk it over with the coach",
      "What the coach noted",
    ].map((words) => debrief.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(debrief).toMatch(/action="\/conversation\/[^"]+"[^>]*><input[^>]*value="rewind"/u);
    expect(debrief).toContain("Try that moment again");
    expect(debrief).toMatch(/If .+, then I will /u);

    // On paper nothing stands that only leads to something on a screen.
    const unprintedTalk = /<section[^>]*aria-labelledby="talk"[^>]*no-print/u;
    expect(debrief).toMatch(unprintedTalk);
    expect(debrief).toMatch(/<summary[^>]*no-print[^>]*><span[^>]*>Show it turn by turn/u);

    const questionId = randomUUID();
    const question = { intent: "ask", questionId, text: "What could I have said instead?" };
    const answered = await ada.post(`${path}/debrief`, question);
    expect(answered.headers.get("location")).toBe(`${path}/debrief?notes=shown#question-${questionId}`);
    const talked = await page(`${path}/debrief`);
    expect(talked).toContain("One way that often lands here");
    expect(talked).not.toMatch(unprintedTalk);

    const markdown = await (await ada.get(`${path}/export.md`)).text();
    for (const words of ["## The coach looks back", "### Your plan", "### What Ruth was thinking"])
      expect(markdown).toContain(words);
    const json = (await (await ada.get(`${path}/export.json`)).json()) as { debriefs: unknown[] };
    expect(json.debriefs).toHaveLength(1);
    expect(JSON.stringify(json.debriefs)).toContain("What could I have said instead?");
    expect(await (await ada.get("/account/export.json")).text()).toContain("STRENGTH");
    expect(await (await ada.get("/account/export.html")).text()).toContain("STRENGTH");
  });

  test("posted twice it is one; a form that is none of ours changes nothing", async () => {
    const path = await ended();
    const posts = Array.from({ length: 4 }, () =>
      ada.post(`${path}/debrief`, { intent: "debrief", attempt: "1" }),
    );
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    for (const attempt of ["0", "x", "-1", "1.5"])
      expect((await ada.post(`${path}/debrief`, { intent: "debrief", attempt })).status).toBe(400);
    const asked = await site.db.select().from(debriefs);
    expect(asked.filter(({ conversationId }) => path.endsWith(conversationId))).toHaveLength(1);
  });

  test("what cannot be done is said on the same page, and the question stands in its box", async () => {
    const path = await ended();
    const early = await ada.post(`${path}/debrief`, {
      intent: "ask",
      questionId: randomUUID(),
      text: "Why was she so cold?",
    });
    expect(early.status).toBe(409);
    await ada.post(`${path}/debrief`, { intent: "debrief" });
    const tooLong = `Why ${"so ".repeat(1_500)}?`;
    const refused = await ada.post(`${path}/debrief?notes=shown`, {
      intent: "ask",
      questionId: randomUUID(),
      text: tooLong,
    });
    expect(refused.status).toBe(400);
    expect(await bodyOf(refused)).toContain(`${tooLong}</textarea>`);
    const empty = { intent: "ask", questionId: randomUUID(), text: "  " };
    const nothing = await ada.post(`${path}/debrief?notes=shown`, empty);
    expect(nothing.status).toBe(400);
    // At its field, where the page that comes back begins.
    const form = formAt(await bodyOf(nothing), 'id="ask"');
    expect(form).toContain(`action="${path}/debrief?notes=shown#ask"`);
    expect(form).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>/u);
    expect(form).toMatch(/<p id="[^"]+-error"[^>]*>There was nothing to ask\./u);
    // What goes on has no review to say it on: it leads to the room, as ever.
    const open = await ada.start("the-loan");
    const goesOn = await ada.post(`${open}/debrief`, { intent: "debrief" });
    expect([goesOn.status, goesOn.headers.get("location")]).toEqual([303, open]);
  });

  test("a question that signals self-harm gets the room's own card, with the numbers of where one is", async () => {
    const path = await ended();
    await ada.post(`${path}/debrief`, { intent: "debrief" });
    const questionId = randomUUID();
    await ada.post(`${path}/debrief`, { intent: "ask", questionId, text: "I want to kill myself." });
    const read = await bodyOf(await ada.get(`${path}/debrief?notes=shown`, { "Accept-Language": "en-GB" }));
    const card = read.slice(read.indexOf(`id="help-${questionId}"`));
    for (const words of ['href="tel:999"', "Samaritans", "Where you are", `href="${path}/erasure"`])
      expect(card).toContain(words);
    expect(read.match(/href="https:\/\/findahelpline\.com"/gu)).toHaveLength(1);
    expect(read).not.toContain("you can simply go on");
    expect(read).not.toContain('href="#text"');

    const where = { intent: "prefer", region: "us", question: questionId };
    const chosen = await ada.post(`${path}/debrief?notes=shown`, where);
    expect([chosen.status, chosen.headers.get("location")]).toEqual([
      303,
      `${path}/debrief?notes=shown#question-${questionId}`,
    ]);
    expect(await page(`${path}/debrief?notes=shown`)).toContain('href="tel:988"');
    for (const wrong of [{ region: "atlantis" }, { question: "1" }])
      expect((await ada.post(`${path}/debrief`, { ...where, ...wrong })).status).toBe(400);
  });

  test("is nobody else's, to ask for, to read or to hear", async () => {
    const path = await ended();
    const grace = await site.guest();
    for (const fields of [
      { intent: "debrief" },
      { intent: "stop" },
      { intent: "ask", questionId: randomUUID(), text: "Why?" },
    ] as Record<string, string>[])
      expect((await grace.post(`${path}/debrief`, fields)).status).toBe(404);
  });
});

test("while it is written the page shows what there is, asks again by itself, and any viewer hears the same", async () => {
  const slow = await startSite({ SCRIPTED_PACE_MS: "8" });
  const grace = await slow.guest(500_000);
  const path = await ended(grace);
  const live = await grace.post(`${path}/debrief`, { intent: "debrief", live: "yes" });
  expect(live.status).toBe(200);
  const writing = await page(`${path}/debrief?notes=shown`, grace);
  expect(writing).toMatch(/<noscript><meta http-equiv="refresh"/iu);
  expect(writing).toContain("The coach is writing the debrief");
  const id = await debriefIdOf(slow, path);
  const stream = await grace.get(`${path}/events?turn=${id}`);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const frames = await readFrames(stream);
  expect(frames.at(-1)?.event).toMatchObject({ channel: "turn", data: { status: "complete" } });
  expect(heard(frames)).toMatchObject({ partner: "", coachStatus: "complete" });
  expect(heard(frames).coach).toContain("PLAN");
  expect(await page(`${path}/debrief?notes=shown`, grace)).not.toMatch(/http-equiv="refresh"/iu);
  expect((await (await slow.guest()).get(`${path}/events?turn=${id}`)).status).toBe(404);
  await slow.stop();
});

test("progress stands on the account page: nothing before the third time, then a line, with a table", async () => {
  const mine = await site.guest(500_000);
  for (let time = 1; time <= 3; time++) {
    const path = await ended(mine);
    expect(await page("/account", mine)).not.toContain('<svg viewBox="0 0 160');
    await mine.post(`${path}/debrief`, { intent: "debrief" });
  }
  const account = await page("/account", mine);
  expect(account).toContain("Progress");
  expect(account).toContain('<svg viewBox="0 0 160');
  expect(account).toContain("With the coach");
  expect(account).toContain("attempt beside attempt");
  expect(account).toContain("Attempt 3");
});

test("attempts are numbered by when they were talked through, whenever they were looked back on", async () => {
  const mine = await site.guest(500_000);
  const [early, late] = [await ended(mine), await ended(mine)];
  for (const path of [late, early]) await mine.post(`${path}/debrief`, { intent: "debrief" });
  const held = sql`timestamptz '2026-11-20 10:00Z'`;
  await site.db
    .update(turns)
    .set({ createdAt: held })
    .where(eq(turns.conversationId, early.split("/").at(-1) ?? ""));
  const account = await page("/account", mine);
  const attempts = [...account.matchAll(/href="(\/conversation\/[^"]+)\/debrief"[^>]*>Attempt (\d)/gu)];
  expect(attempts.map(([, path, number]) => [path, number])).toEqual([
    [early, "1"],
    [late, "2"],
  ]);
  expect(account).toContain('dateTime="2026-11-20T10:00:00.000Z"');
  expect(account).toContain("2 with the coach’s help, 0 on your own");
});

async function ended(visitor = ada): Promise<string> {
  const path = await visitor.start("the-promised-raise");
  for (const line of [first, second, third]) await visitor.say(path, line);
  await visitor.post(path, { intent: "end", ending: "impasse" });
  return path;
}

async function page(path: string, visitor = ada): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  return bodyOf(answer);
}

/** As it is read, without what only scripts read. */
async function bodyOf(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll("<!-- -->", "");
}

/** The form in which this stands. */
function formAt(body: string, mark: string): string {
  const from = body.lastIndexOf("<form", body.indexOf(mark));
  return body.slice(from, body.indexOf("</form>", from));
}

async function debriefIdOf(on: TestSite, path: string): Promise<string> {
  const rows = await on.db.select().from(debriefs);
  const row = rows.find(({ conversationId }) => path.endsWith(conversationId));
  if (!row) throw new Error("no debrief");
  return row.id;
}
