import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;
let ada: Visitor;
beforeAll(async () => {
  site = await startSite();
  ada = await site.guest();
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

const draft = "I'd like us to get to <forty-six> thousand, as you said in April.";

describe("before I send, as plain forms", () => {
  test("the coach looks at the draft; the box keeps it, nothing is sent until it is, and the turn is marked", async () => {
    const room = await ada.start("the-promised-raise", { coachMode: "before-sending" });
    const fresh = await pageOf(room);
    const ways = [...fresh.matchAll(/<button[^>]*name="intent"[^>]*>/gu)].map(
      ([button]) => /value="([^"]*)"/u.exec(button)?.[1],
    );
    expect(ways).toEqual(["check-draft", "speak"]);
    const checked = await ada.post(room, {
      ...fieldsOf(fresh, "speak-form"),
      intent: "check-draft",
      text: draft,
    });
    expect([checked.status, checked.headers.get("location")]).toEqual([303, `${room}#draft-review`]);

    const looked = await pageOf(room);
    expect(looked).toContain("The coach on your draft");
    expect(looked).toContain("Show the coach again");
    expect(looked).toContain("Change it");
    expect(looked).toMatch(/<textarea[^>]*>I&#x27;d like us to get to &lt;forty-six&gt; thousand/);
    expect(looked).not.toContain(">You<span");

    const sent = await ada.post(room, { ...fieldsOf(looked, "speak-form"), intent: "speak", text: draft });
    expect(sent.headers.get("location")).toBe(`${room}#turn-1`);
    const after = await pageOf(room);
    expect(after).not.toContain("The coach on your draft");
    expect(after).toContain("With the coach’s help: a look at a draft");
    expect(after).toMatch(/<textarea[^>]*><\/textarea>/);
    // No note of its own in this mode.
    expect(after).not.toContain("The coach listens to your first message");
    const json = (await (await ada.get(`${room}/export.json`)).json()) as { turns: object[] };
    expect(json.turns[1]).toMatchObject({
      assisted: { drafts: 1, hints: 0, questions: 0 },
      coachMode: "before-sending",
    });
    const markdown = await (await ada.get(`${room}/export.md`)).text();
    expect(markdown).toContain("(With the coach’s help: a look at a draft)");
    expect(markdown).toContain("- Coach: looks at drafts before they are sent");
  });

  test("a draft that is no message is told, and kept", async () => {
    const room = await ada.start("the-promised-raise", { coachMode: "before-sending" });
    const long = "a".repeat(4001);
    const refused = await ada.post(room, { intent: "check-draft", asideId: randomUUID(), text: long });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(long);
  });
});

describe("when I ask, as plain forms", () => {
  test("the answer stands in the coach's pane, and the partner's lines are untouched", async () => {
    const room = await ada.start("the-promised-raise", { coachMode: "when-asked" });
    const asideId = randomUUID();
    const asked = await ada.post(`${room}?view=coach`, {
      intent: "ask",
      asideId,
      text: "Why is <she> like this?",
    });
    expect([asked.status, asked.headers.get("location")]).toEqual([
      303,
      `${room}?view=coach#aside-${asideId}`,
    ]);
    const page = await pageOf(`${room}?view=coach`);
    expect(page).toContain(`id="aside-${asideId}"`);
    expect(page).toContain("Why is &lt;she&gt; like this?");
    expect(page).toContain("You asked");
    expect(page).not.toContain("#turn-1");
  });

  test("what is refused comes back to the box it was typed into, not to the partner's", async () => {
    const room = await ada.start("the-promised-raise", { coachMode: "when-asked" });
    for (const [fields, status] of [
      [{ intent: "ask", asideId: "me", text: "Why so hard?" }, 400],
      [{ intent: "ask", asideId: randomUUID(), text: `Why so hard? ${"a".repeat(4001)}` }, 400],
    ] as const) {
      const refused = await ada.post(`${room}?view=coach`, fields);
      expect(refused.status).toBe(status);
      const page = await refused.text();
      expect(page).toMatch(/<textarea[^>]*name="text"[^>]*>Why so hard\?/);
      expect(page).toMatch(/<textarea[^>]*id="text"[^>]*><\/textarea>/);
    }
    await ada.post(room, { intent: "coach-mode", mode: "off" });
    const off = await ada.post(room, { intent: "ask", asideId: randomUUID(), text: "Why?" });
    expect(off.status).toBe(409);
  });

  test("a budget that cannot carry it says so in the usual words", async () => {
    const grace = await site.guest(400);
    const room = await grace.start("the-promised-raise", { coachMode: "when-asked" });
    const refused = await grace.post(room, { intent: "ask", asideId: randomUUID(), text: "Why so hard?" });
    expect(refused.status).toBe(402);
    expect(await refused.text()).toContain("Your practice budget is used up");
  });
});

describe("hints", () => {
  test("come one by one and are marked on the turn", async () => {
    const room = await ada.start("the-promised-raise");
    for (const rung of ["1", "2"]) {
      const given = await ada.post(room, { intent: "hint", rung });
      expect(given.headers.get("location")).toContain(`${room}?view=coach#aside-`);
    }
    expect((await ada.post(room, { intent: "hint", rung: "4" })).status).toBe(409);
    expect((await ada.post(room, { intent: "hint", rung: "nine" })).status).toBe(400);
    expect(await pageOf(room)).toContain("Hint 2 of 4");
    await ada.say(room, "In March you said we would look at my pay.");
    expect(await pageOf(room)).toContain("With the coach’s help: 2 hints");
    await ada.post(room, { intent: "end" });
    const review = await pageOf(`${room}/debrief?notes=shown`);
    expect(review).toContain("What it told you when you asked stands in the conversation");
  });
});

describe("the mode", () => {
  test("is switched in the room at any time, and only to what there is", async () => {
    const room = await ada.start("the-promised-raise");
    const switched = await ada.post(room, { intent: "coach-mode", mode: "before-sending" });
    expect([switched.status, switched.headers.get("location")]).toEqual([303, room]);
    expect(await pageOf(room)).toContain("Show the coach first");
    expect((await ada.post(room, { intent: "coach-mode", mode: "shouting" })).status).toBe(400);
    expect((await (await site.guest()).post(room, { intent: "coach-mode", mode: "off" })).status).toBe(404);
  });
});

describe("the events of an aside", () => {
  test("come on the coach's channel, for nobody else, and end with their turn event", async () => {
    const room = await ada.start("the-promised-raise");
    const asideId = randomUUID();
    await ada.post(room, { intent: "ask", asideId, text: "Why so hard?" });
    const stream = await ada.get(`${room}/events?turn=${asideId}`);
    const events = [...(await stream.text()).matchAll(/^event: (.*)$/gmu)].map(([, name]) => name);
    expect(new Set(events)).toEqual(new Set(["coach", "turn"]));
    expect(events.at(-1)).toBe("turn");
    expect((await (await site.guest()).get(`${room}/events?turn=${asideId}`)).status).toBe(404);
  });
});

async function pageOf(path: string): Promise<string> {
  return (await ada.get(path)).text();
}

/** What a browser would post with this form, beside what the learner does. */
function fieldsOf(page: string, form: string): Record<string, string> {
  const from = page.indexOf(`id="${form}"`);
  const html = page.slice(from, page.indexOf("</form>", from));
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
}
