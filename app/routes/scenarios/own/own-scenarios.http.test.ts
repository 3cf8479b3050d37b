import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { scenarios } from "#db/schema/scenarios.ts";
import { runs } from "#db/schema/runs.ts";
import { startModelProvider } from "#e2e/fakes/model-provider.ts";
import { aSituation, situationFields } from "#e2e/fakes/situations.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";
import { scenarioFields } from "#e2e/written-fields.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("from a few answers to a conversation, without JavaScript", () => {
  test("the answers come back as a draft to edit, which is kept and practised like any scenario", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const draft = await textOf(await ada.get(page));
    expect(draft).toContain("The other person, as drafted");
    expect(draft).toContain('value="the heating"');
    expect(draft).toContain("The heating in your flat has been out since October.");
    const fields = scenarioFields(draft);
    fields.set("title", "The cold flat");
    fields.set("intent", "practise");
    const kept = await ada.post(page, fields);
    expect(kept.status).toBe(303);
    const address = kept.headers.get("location") ?? "";
    expect(address).toMatch(/^\/scenarios\/own-/);
    const brief = await textOf(await ada.get(address));
    expect(brief).toContain("The cold flat");
    expect(brief).toContain('content="noindex"');
    expect(brief).not.toMatch(/og:title|ld\+json|canonical/);

    const room = await ada.start(address.replace("/scenarios/", ""));
    await ada.say(room, "It is about the heating. I have been cold since October, and I need a date.");
    const said = await textOf(await ada.get(room));
    expect(said).toContain("The cold flat");
    expect(said).toContain("Ruth");
    await ada.post(room, { intent: "end" });
    expect(await textOf(await ada.get(`${room}/debrief`))).toContain(`action="${address}"`);
    expect(await textOf(await ada.get("/own-scenarios"))).toContain(`href="${address}"`);
  });

  test("is offered under the catalogue, to whoever has come in", async () => {
    expect(await textOf(await (await site.guest()).get("/"))).toContain('href="/own-scenarios"');
    expect(await textOf(await site.visitor().get("/"))).not.toContain("/own-scenarios");
  });

  test("where the budget does not carry a draft, a plain one is made and says so", async () => {
    const ada = await site.guest(2_500);
    const draft = await textOf(await ada.get(await described(ada)));
    expect(draft).toContain("Your practice budget does not carry a draft by the AI");
    expect(draft).toContain('value="the heating"');
  });

  test("the same form sent twice makes one scenario, and asks the model once", async () => {
    const ada = await site.guest();
    const scenarioId = crypto.randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => ada.post("/own-scenarios", { ...situationFields(), scenarioId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await site.db.select().from(runs).where(eq(runs.scenarioId, scenarioId))).toHaveLength(1);
  });
});

describe("what may not be practised", () => {
  test.each([
    [{ who: "my 15-year-old son" }, "18 or older", "15-year-old"],
    [{ goal: "Blackmail her with the photos" }, "frightening, deceiving or forcing", "Blackmail"],
    [
      { happened: "You can reach her at ruth.meyer@example.com, she will tell you." },
      "who a real person is",
      "ruth.meyer@example.com",
    ],
    [{ topics: "dirty talk" }, "Nothing sexual", "dirty talk"],
  ])("is said kindly at the question, and every answer is still there: %j", async (wrong, says, found) => {
    const ada = await site.guest();
    const answer = await ada.post("/own-scenarios", { ...situationFields(), ...wrong });
    expect(answer.status).toBe(400);
    const page = await textOf(answer);
    expect(page).toContain(says);
    expect(page).toContain(`“${found}”`);
    for (const text of Object.values({
      ...situationFields(),
      ...wrong,
      pronouns: "she",
      aim: "ask",
      category: "family",
      adults: "yes",
    }))
      expect(page).toContain(text);
    expect(await site.db.$count(scenarios, eq(scenarios.slug, ""))).toBe(0);
    expect(await textOf(await ada.get("/own-scenarios"))).toContain("Nothing described yet");
  });

  test("is not slipped in by editing either", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const fields = scenarioFields(await textOf(await ada.get(page)));
    fields.set("relationship", "your 12-year-old niece");
    fields.set("intent", "keep");
    const answer = await ada.post(page, fields);
    expect(answer.status).toBe(400);
    const said = await textOf(answer);
    expect(said).toContain("18 or older");
    expect(said).toContain("your 12-year-old niece");
  });

  const line = "I want to kill myself, I cannot go on";
  const from = { "Accept-Language": "en-GB" };

  test.each(["who", "role", "happened", "goal", "topics", "theirView", "mightMove"])(
    "somebody who may be in danger (%s) is told whom to call, and no model ever reads it",
    async (field) => {
      const ada = await site.guest();
      const answers: Record<string, string> = { ...situationFields(), [field]: line };
      for (const more of [
        ["again", "1"],
        ["helpSeen", "yes"],
        ["intent", "rules"],
      ] as const) {
        const answer = await ada.post("/own-scenarios", { ...answers, [more[0]]: more[1] }, from);
        expect(answer.status).toBe(400);
        const page = await textOf(answer);
        expect(page).toContain("Samaritans");
        expect(page).toContain(line);
        expect(page).toContain("nothing was sent to an AI");
      }
      expect(await textOf(await ada.get("/own-scenarios"))).toContain("Nothing described yet");
      expect((await ada.post("/own-scenarios", situationFields())).status).toBe(303);
    },
  );

  test.each<Record<string, string>>([
    { name: "kill myself" },
    { happened: `${line}. `.repeat(30) },
    { goal: line, adults: "" },
    { goal: line, who: "my 15-year-old son" },
  ])("and is told so too where something else has to change: %j", async (wrong) => {
    const answer = await (
      await site.guest()
    ).post("/own-scenarios", { ...situationFields(), ...wrong }, from);
    expect(answer.status).toBe(400);
    expect(await textOf(answer)).toContain("Samaritans");
  });

  test("is told so too where a draft is edited, and nothing of it is kept or practised", async () => {
    const ada = await site.guest();
    const { page, address } = await practisable(ada);
    for (const field of ["goal", "who", "opener", "situation", "position", "secret"]) {
      const fields = scenarioFields(await textOf(await ada.get(page)));
      const [, ...rows] = fields.getAll(field);
      fields.set(field, `${line}.`);
      for (const row of rows) fields.append(field, row);
      for (const intent of ["keep", "practise"]) {
        fields.set("intent", intent);
        const answer = await ada.post(page, fields, from);
        expect([field, answer.status]).toEqual([field, 400]);
        const said = await textOf(answer);
        expect(said).toContain("Samaritans");
        expect(said).toContain(`${line}.`);
        expect(said).toContain("Nothing was kept, and nothing was sent to an AI");
      }
    }
    expect(await textOf(await ada.get(page))).not.toContain(line);
    expect(await textOf(await ada.get(address))).not.toContain(line);
  });

  test.each([
    [{ who: "", topics: "" }, "This is needed for a draft."],
    [{ adults: "" }, "Here you can only practise with adults."],
    [{ name: "Ruth Meyer" }, "A first name is enough"],
    [{ name: "ruth meyer" }, "One first name, please"],
    [{ happened: "x".repeat(1_001) }, "At most 1000 characters"],
    [{ topics: "a\nb\nc\nd\ne\nf" }, "At most 5 lines"],
    [{ goal: "\0\ud800" }, "A few more words, please."],
  ])("answers that cannot be used are said at the question: %.60j", async (wrong, says) => {
    const answer = await (await site.guest()).post("/own-scenarios", { ...situationFields(), ...wrong });
    expect(answer.status).toBe(400);
    expect(await textOf(answer)).toContain(says);
  });

  test("a body that is no form, and fields nobody asked for, are no error of ours", async () => {
    const ada = await site.guest();
    for (const body of ["{", "a=b&a=c&scenarioId=%00", "topic=1&topic=2&topic=3"])
      expect((await ada.post("/own-scenarios", new URLSearchParams(body))).status).toBe(400);
  });
});

describe("ordinary answers", () => {
  test.each<Record<string, string>>([
    { mightMove: "money" },
    { mightMove: "道歉" },
    { topics: "rent\nRent" },
    { happened: "He lied.\n\nTwice, and I am so very tired of all of it now." },
  ])("make a draft that is kept as it is: %j", async (answers) => {
    const ada = await site.guest();
    for (const intent of ["draft", "rules"]) {
      const answer = await ada.post("/own-scenarios", { ...situationFields(), ...answers, intent });
      expect(answer.status).toBe(303);
      const page = answer.headers.get("location") ?? "";
      const draft = await textOf(await ada.get(page));
      expect(draft).toContain("The other person, as drafted");
      const fields = scenarioFields(draft);
      fields.set("intent", "keep");
      expect((await ada.post(page, fields)).status).toBe(303);
    }
  });
});

describe("a draft that is edited", () => {
  test("says at the situation that a paragraph is too short", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const fields = scenarioFields(await textOf(await ada.get(page)));
    fields.set("situation", "He lied.\n\nTwice, and you are so very tired of all of it now.");
    fields.set("intent", "keep");
    const answer = await ada.post(page, fields);
    expect(answer.status).toBe(400);
    const said = await textOf(answer);
    expect(said).toContain("A paragraph is too short to stand alone (“He lied.”).");
    expect(/<textarea[^>]*name="situation"[^>]*>/u.exec(said)?.[0]).toContain('aria-invalid="true"');
    expect(said).not.toContain("This is needed.");
  });

  test("has a position for every topic, and a field that is wrong says so; nothing typed is lost", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const fields = scenarioFields(await textOf(await ada.get(page)));
    const positions = fields.getAll("position");
    fields.delete("position");
    for (const [at, position] of positions.entries()) fields.append("position", at === 0 ? "" : position);
    fields.append("topic", "the neighbours");
    fields.set("title", "No");
    fields.set("intent", "keep");
    const answer = await ada.post(page, fields);
    expect(answer.status).toBe(400);
    const said = await textOf(answer);
    expect(said).toContain("Every topic needs a position: say where they stand on “the heating”.");
    expect(said).toContain("say where they stand on “the neighbours”");
    expect(said).toContain("A few more words, please.");
    expect(said).toContain('value="the neighbours"');
    expect(await textOf(await ada.get("/own-scenarios"))).toContain("Go on with the draft");
  });

  test("is short at first; the rest is folded, and unfolds where something in it is wrong", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const draft = await textOf(await ada.get(page));
    const [shown = "", folded = ""] = draft.split(
      /<details(?= [^>]*>\s*<summary[^>]*><span[^>]*>More about them)/u,
    );
    for (const name of ["name", "who", "goal", "opener", "situation", "topic", "position", "move"])
      expect(shown, name).toContain(`name="${name}"`);
    for (const name of ["title", "topicWords", "trigger", "secret", "step", "knows", "framework"]) {
      expect(shown, name).not.toContain(`name="${name}"`);
      expect(folded, name).toContain(`name="${name}"`);
    }
    expect(folded).toMatch(/^[^>]*(?<! open="")>/u);
    const fields = scenarioFields(draft);
    fields.set("intent", "keep");
    fields.set("title", "");
    const refused = await textOf(await ada.post(page, fields));
    expect(refused).toMatch(/<details open=""[^>]*><summary[^>]*><span[^>]*>More about them/u);
    fields.set("title", "The cold flat");
    fields.set("goal", "");
    const above = await textOf(await ada.post(page, fields));
    expect(above).not.toMatch(/<details open=""[^>]*><summary[^>]*><span[^>]*>More about them/u);
  });

  test("loses a row whose text was emptied, also where its words are folded away", async () => {
    const ada = await site.guest();
    const page = await described(ada);
    const fields = scenarioFields(await textOf(await ada.get(page)));
    const [topics, positions] = [fields.getAll("topic"), fields.getAll("position")];
    for (const [name, texts] of [
      ["topic", topics],
      ["position", positions],
    ] as const) {
      fields.delete(name);
      for (const [at, text] of texts.entries()) fields.append(name, at === 0 ? "" : text);
    }
    const words = fields.getAll("topicWords");
    fields.delete("topicWords");
    for (const [at, text] of words.entries()) fields.append("topicWords", at === 0 ? "heating, cold" : text);
    fields.append("topic", "the neighbours");
    fields.append("position", "They have complained to me too.");
    fields.set("intent", "keep");
    fields.set("title", "");
    const said = await textOf(await ada.post(page, fields));
    expect(scenarioFields(said).getAll("topicWords")).not.toContain("heating, cold");
    expect(said).not.toContain('value="the heating"');
    expect(said).toContain('value="the neighbours"');
  });

  test("stands in the list with the day it was described on", async () => {
    const ada = await site.guest();
    await described(ada);
    await described(ada);
    const list = await textOf(await ada.get("/own-scenarios"));
    expect(list.match(/A draft, described (?:<!-- -->)?<time dateTime="/gu)).toHaveLength(2);
  });

  test("is a new version for the next conversation, and what runs keeps the old one", async () => {
    const ada = await site.guest();
    const { page, address } = await practisable(ada);
    const room = await ada.start(address.replace("/scenarios/", ""));
    const fields = scenarioFields(await textOf(await ada.get(page)));
    fields.set("title", "Another title");
    fields.set("intent", "keep");
    expect((await ada.post(page, fields)).status).toBe(303);
    expect(await textOf(await ada.get(address))).toContain("Another title");
    expect(await textOf(await ada.get(room))).not.toContain("Another title");
  });
});

describe("one's own", () => {
  test("is there for nobody else: no page, no list, no sitemap, no conversation, no draft", async () => {
    const ada = await site.guest();
    const { page, address } = await practisable(ada, "CANARY title");
    const strangers = [await site.guest(), await site.account("ADMIN"), site.visitor()];
    for (const stranger of strangers) {
      for (const path of [address, `${address}.data`]) {
        const answer = await stranger.get(path);
        expect(answer.status, path).toBe(404);
        expect(await answer.text()).not.toContain("CANARY");
      }
      expect((await stranger.post(address, {})).status).toBe(404);
      for (const path of ["/", "/sitemap.xml", "/own-scenarios", "/admin/scenarios"])
        expect(await textOf(await stranger.get(path)), path).not.toContain("CANARY");
    }
    for (const stranger of strangers.slice(0, 2)) {
      for (const path of [page, `${page}.data`, `${page}/erasure`])
        expect((await stranger.get(path)).status, path).toBe(404);
      expect((await stranger.post(page, { intent: "keep" })).status).toBe(404);
      expect((await stranger.post(`${page}/erasure`, {})).status).toBe(404);
    }
    expect((await site.visitor().get(page)).status).toBe(303);
    expect((await ada.get(address)).status).toBe(200);
    expect(await textOf(await site.visitor().get("/sitemap.xml"))).not.toContain("own-");
  });

  test("of somebody else's id a form makes a new one, as if there were none", async () => {
    const [ada, grace] = [await site.guest(), await site.guest()];
    const { page } = await practisable(ada, "CANARY title");
    const scenarioId = page.replace("/own-scenarios/", "");
    const answer = await grace.post("/own-scenarios", { ...situationFields(), scenarioId });
    expect(answer.status).toBe(303);
    const hers = answer.headers.get("location") ?? "";
    expect(hers).not.toBe(page);
    expect(await textOf(await grace.get(hers))).toContain('value="the heating"');
    expect(await textOf(await ada.get(page))).toContain("CANARY");
  });

  test("is deleted on a page that says what goes; a conversation held with it stays readable", async () => {
    const ada = await site.guest();
    const { page, address } = await practisable(ada, "The cold flat");
    const room = await ada.start(address.replace("/scenarios/", ""));
    await ada.say(room, "I need a date for the heating.");
    expect(await textOf(await ada.get(`${page}/erasure`))).toContain("Delete this scenario?");
    expect((await ada.get(page)).status).toBe(200);
    expect((await ada.post(`${page}/erasure`, {})).status).toBe(303);
    for (const path of [page, address, `${page}/erasure`]) expect((await ada.get(path)).status).toBe(404);
    expect((await ada.post(address, {})).status).toBe(404);
    expect(await textOf(await ada.get(room))).toContain("I need a date for the heating.");
    await ada.say(room, "And I need it this week.");
    await ada.post(room, { intent: "end" });
    const review = await textOf(await ada.get(`${room}/debrief`));
    expect(review).toContain("The cold flat");
    expect(review).not.toContain(`action="${address}"`);
    expect((await ada.post(`${room}/erasure`, {})).status).toBe(303);
    expect(await site.db.$count(scenarios, eq(scenarios.slug, address.replace("/scenarios/", "")))).toBe(0);
  });

  test.each(["x", "%00", crypto.randomUUID()])("that is none (%s) is not there", async (id) => {
    const ada = await site.guest();
    expect((await ada.get(`/own-scenarios/${id}`)).status).toBe(404);
    expect((await ada.post(`/own-scenarios/${id}`, { intent: "keep" })).status).toBe(404);
  });
});

test("a server that speaks the Messages API drafts as well: asked once, paid once, and practised with", async () => {
  const provider = await startModelProvider();
  const real = await startSite({ ANTHROPIC_API_KEY: "test-key", ANTHROPIC_BASE_URL: provider.url });
  try {
    const ada = await real.guest();
    const { page, address } = await practisable(ada, "");
    expect(await textOf(await ada.get(page))).toContain("You would rather talk about anything else.");
    expect(provider.requests).toHaveLength(1);
    expect(provider.requests[0]).toMatchObject({ lane: "coach", status: 200 });
    const room = await ada.start(address.replace("/scenarios/", ""));
    await ada.say(room, "I need to talk to you about the heating.");
    expect(await real.db.select().from(runs).where(eq(runs.subject, "scenario-draft"))).toMatchObject([
      { status: "complete", model: expect.stringContaining("haiku") },
    ]);
    expect(await brokenInvariants(real.db)).toEqual([]);
  } finally {
    await real.stop();
    await provider.close();
  }
});

async function described(visitor: Visitor): Promise<string> {
  const answer = await visitor.post("/own-scenarios", situationFields(aSituation));
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

async function practisable(visitor: Visitor, title = "A title") {
  const page = await described(visitor);
  const fields = scenarioFields(await textOf(await visitor.get(page)));
  if (title !== "") fields.set("title", title);
  fields.set("intent", "practise");
  const kept = await visitor.post(page, fields);
  expect(kept.status).toBe(303);
  return { page, address: kept.headers.get("location") ?? "" };
}

/** As it reads, with React's comments between texts taken out. */
async function textOf(answer: Response): Promise<string> {
  const text = await answer.text();
  return text
    .replaceAll("<!-- -->", "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
