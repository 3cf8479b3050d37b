import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationSessions } from "#db/schema/conversations.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const own = { goal: "A date, in writing.", redLine: "Less than 46,000", confidence: "4", dread: "8" };
const first = "In April you told me we would get my pay there by the summer.";
const second = "I am asking for 46,000, because I have run Owen’s accounts since June.";

let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest(500_000);
});
afterAll(() => site.stop());

describe("before", () => {
  test("what was set stands in the brief and in both files, in place of the scenario’s goal", async () => {
    const path = await ada.start("the-promised-raise", own);
    const page = await pageAt(path);
    for (const words of ["A date, in writing.", "Less than 46,000", "Confidence 4, dread 8, of 10"])
      expect(page).toContain(words);
    expect(page).not.toContain("Leave with a figure, a date and something in writing");
    expect(await (await ada.get(`${path}/export.md`)).text()).toContain(
      "- Your red line: Less than 46,000\n",
    );
    expect(await (await ada.get(`${path}/export.json`)).json()).toMatchObject({
      learner: { goal: "A date, in writing." },
      before: { redLine: "Less than 46,000", confidence: 4, dread: 8 },
    });
  });

  test("nothing need be set: the scenario’s goal stands", async () => {
    const path = await ada.start("the-promised-raise");
    expect(await pageAt(path)).toContain("Leave with a figure, a date and something in writing");
  });

  test("what is too long is told where it stands; nothing is lost, and no conversation begun", async () => {
    const goal = "g".repeat(301);
    const before = await rows();
    const answer = await ada.post("/scenarios/the-promised-raise", {
      ...own,
      goal,
      difficulty: "hard",
      coachMode: "off",
    });
    expect(answer.status).toBe(400);
    const page = await bodyOf(answer);
    expect(page).toContain(`${goal}</textarea>`);
    expect(page).toContain("Less than 46,000</textarea>");
    expect(page).toContain("At most 300 characters");
    for (const chosen of ["hard", "off", "4", "8"])
      expect(page).toMatch(
        new RegExp(`<input[^>]*checked=""[^>]*value="${chosen}"|<input[^>]*value="${chosen}"[^>]*checked=""`),
      );
    expect(await rows()).toBe(before);
  });

  test("is asked of nobody whose words could not be kept", async () => {
    const page = await (await site.visitor().get("/scenarios/the-promised-raise")).text();
    expect(page).not.toContain('name="redLine"');
  });
});

describe("words that can be about self-harm", () => {
  const line = "I want to kill myself if this goes wrong.";
  const from = { "Accept-Language": "en-GB" };

  test.each(["goal", "redLine"])(
    "in what somebody sets themselves (%s): whom to call first, and then they go on",
    async (name) => {
      const before = await rows();
      const set = { ...own, [name]: line, difficulty: "hard", coachMode: "off" };
      const answer = await ada.post("/scenarios/the-promised-raise", set, from);
      expect(answer.status).toBe(400);
      const page = await bodyOf(answer);
      for (const words of ["Samaritans", `${line}</textarea>`, 'name="helpSeen"'])
        expect(page).toContain(words);
      expect(await rows()).toBe(before);
      const again = await ada.post("/scenarios/the-promised-raise", { ...set, helpSeen: "yes" }, from);
      expect(again.status).toBe(303);
      expect(await rows()).toBe(before + 1);
    },
  );

  test("in their own view: whom to call first, nothing lost, and then it is kept", async () => {
    const path = await talkedAndEnded();
    const told = { intent: "own-view", view: line, confidence: "2" };
    const answer = await ada.post(`${path}/debrief`, told, from);
    expect(answer.status).toBe(400);
    const page = await bodyOf(answer);
    for (const words of ["Samaritans", `${line}</textarea>`, 'name="helpSeen"'])
      expect(page).toContain(words);
    expect(page).not.toContain("more than 2,000 characters");
    expect(await stored(path)).toMatchObject({ ownView: null });
    expect((await ada.post(`${path}/debrief`, { ...told, helpSeen: "yes" }, from)).status).toBe(303);
    expect(await stored(path)).toMatchObject({ ownView: line });
    // The numbers are gone then; the way to help is not.
    expect(await pageAt(`${path}/debrief`)).toContain('href="https://findahelpline.com"');
  });

  test("no way to help is pressed on who says nothing of the kind", async () => {
    const path = await talkedAndEnded();
    await ada.post(`${path}/debrief`, { intent: "own-view", view: "I named it." });
    expect(await pageAt(`${path}/debrief`)).not.toContain("findahelpline.com");
  });
});

test("the list tells two of one scenario apart by how hard it was and the learner’s own last line", async () => {
  const path = await ada.start("the-promised-raise", { difficulty: "hard" });
  await ada.say(path, `${first} ${"a".repeat(100)}`);
  const row = rowOf(await pageAt("/conversations"), path);
  expect(row).toContain(">Hard<");
  expect(row).toContain("“In April you told me we would get my pay there by the summer. aaaaaaaaaaaaaaaaaa”");
  const empty = await ada.start("the-promised-raise");
  expect(rowOf(await pageAt("/conversations"), empty)).not.toContain("“");
  const helped = await ada.start("the-promised-raise");
  await ada.say(helped, "I want to die.");
  expect(rowOf(await pageAt("/conversations"), helped)).not.toContain("I want to die");
});

/** The row of one conversation in the list. */
function rowOf(page: string, path: string): string {
  const from = page.indexOf(`href="${path}`);
  return page.slice(from, page.indexOf("</li>", from));
}

describe("afterwards", () => {
  test("the learner’s own view is asked for before the notes, which are one press away", async () => {
    const path = await talkedAndEnded();
    const review = await pageAt(`${path}/debrief`);
    expect(review).toContain("First, how you see it");
    expect(review).not.toContain("What the coach noted");
    expect(review).toContain('href="/conversation/');
    expect(review).toMatch(/href="[^"]*\?notes=shown#debrief"/);
    expect(await pageAt(`${path}/debrief?notes=shown`)).toContain("What the coach noted");
  });

  test("what was told stands beside the first numbers, with the notes under it; it can be told differently", async () => {
    const path = await talkedAndEnded();
    const told = await ada.post(`${path}/debrief`, {
      intent: "own-view",
      view: "I named it.",
      confidence: "7",
      dread: "3",
    });
    expect([told.status, told.headers.get("location")]).toEqual([303, `${path}/debrief?notes=shown#debrief`]);
    const review = await pageAt(`${path}/debrief`);
    for (const words of [
      "I named it.",
      "Confidence 4, dread 8, of 10",
      "Confidence 7, dread 3, of 10",
      "What the coach noted",
    ])
      expect(review).toContain(words);
    await ada.post(`${path}/debrief`, { intent: "own-view", view: "I named it late.", confidence: "6" });
    expect(await pageAt(`${path}/debrief`)).toContain("Confidence 6, of 10");
    expect(await (await ada.get(`${path}/export.md`)).text()).toContain(
      "## How you saw it\n\n> I named it late.",
    );
    expect(await (await ada.get("/account/export.json")).text()).toContain("I named it late.");
  });

  test("what is too long comes back, and what there was stays", async () => {
    const path = await talkedAndEnded();
    const view = "v".repeat(2_001);
    const answer = await ada.post(`${path}/debrief`, { intent: "own-view", view, dread: "3" });
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toContain(`${view}</textarea>`);
    expect(await stored(path)).toMatchObject({ ownView: null, dreadAfter: null });
  });

  test("nothing is kept of a conversation that goes on, and of somebody else’s there is no page", async () => {
    const path = await ada.start("the-promised-raise");
    await ada.post(`${path}/debrief`, { intent: "own-view", view: "Too early." });
    expect(await stored(path)).toMatchObject({ ownView: null });
    const ended = await talkedAndEnded();
    const grace = await site.guest();
    expect((await grace.post(`${ended}/debrief`, { intent: "own-view", view: "Mine." })).status).toBe(404);
    expect(await stored(ended)).toMatchObject({ ownView: null });
  });

  test("where nothing was said, nothing is asked", async () => {
    const path = await ada.start("the-promised-raise");
    await ada.post(path, { intent: "end" });
    expect(await pageAt(`${path}/debrief`)).not.toContain("First, how you see it");
  });
});

async function talkedAndEnded(): Promise<string> {
  const path = await ada.start("the-promised-raise", own);
  await ada.say(path, first);
  await ada.say(path, second);
  await ada.post(path, { intent: "end" });
  return path;
}

async function rows(): Promise<number> {
  return (await site.db.select({ id: conversationSessions.id }).from(conversationSessions)).length;
}

async function stored(path: string) {
  const id = path.split("/").at(-1) ?? "";
  const [row] = await site.db.select().from(conversationSessions).where(eq(conversationSessions.id, id));
  return row;
}

async function pageAt(path: string): Promise<string> {
  const answer = await ada.get(path);
  expect(answer.status).toBe(200);
  return bodyOf(answer);
}

/** As it is read, without what only scripts read. */
async function bodyOf(answer: Response): Promise<string> {
  return (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll("<!-- -->", "");
}
