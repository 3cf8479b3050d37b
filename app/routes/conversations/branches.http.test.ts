import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const first = "In April you told me we would get my pay there by the summer.";
const rude = "You always do this, Ruth. You did nothing for six months.";
const kind = "I am asking for 46,000, because I have run Owen’s accounts since June.";

let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest(500_000);
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("trying a moment again, with plain forms", () => {
  test("leads to the room before it, with the words that were said in the box; the page can be loaded again", async () => {
    const { path, ids } = await talked(first, rude);
    const back = await ada.post(path, { intent: "rewind", turnId: ids[1] ?? "" });
    expect([back.status, back.headers.get("location")]).toEqual([303, `${path}?again=${ids[1]}#text`]);
    for (let look = 0; look < 2; look++) {
      const page = await pageAt(`${path}?again=${ids[1]}`);
      expect(page).toContain(`${rude}</textarea>`);
      expect(page).toContain("You are back before turn 2.");
      expect(page).toContain(`name="parent" value="${ids[0]}"`);
      expect(page).not.toContain('id="turn-2"');
    }

    await ada.say(path, kind, { parent: ids[0] ?? "" });
    const page = await pageAt(`${path}?again=${ids[1]}`);
    expect(page).toMatch(/<textarea[^>]*><\/textarea>/);
    expect(page).toContain("Branch 2 of 2");
    expect(page).toContain(`Previous branch, from turn 2: “You always do this, Ruth. You did nothing …”`);
    expect(page).not.toContain("You are back before");

    const other = await ada.post(path, { intent: "show-branch", turnId: ids[1] ?? "" });
    expect([other.status, other.headers.get("location")]).toEqual([303, `${path}#turn-2`]);
    expect(await pageAt(path)).toContain("Branch 1 of 2");
  });

  test("a message that was written before another tab went back stays on its branch", async () => {
    const { path, ids } = await talked(first, rude);
    const page = await pageAt(path);
    expect(page).toContain(`name="tip" value="${ids[1]}"`);
    await ada.post(path, { intent: "rewind", turnId: ids[0] ?? "" });
    await ada.say(path, "And another thing.", { tip: ids[1] ?? "" });
    const after = await pageAt(path);
    expect(after).toContain(rude);
    expect(after).toContain("And another thing.");
  });

  test("opens an ended conversation again, and the review offers it", async () => {
    const { path, ids } = await talked(first, rude);
    await ada.post(path, { intent: "end", ending: "impasse" });
    const review = await pageAt(`${path}/debrief`);
    expect(review).toContain(`<input type="hidden" name="turnId" value="${ids[1]}"/>`);
    expect(review).toContain("Try your last turn again");
    expect((await ada.post(path, { intent: "rewind", turnId: ids[1] ?? "" })).status).toBe(303);
    expect((await ada.say(path, kind)).status).toBe(303);
    expect((await ada.get(`${path}/debrief`)).status).toBe(303);

    await ada.post(path, { intent: "show-branch", turnId: ids[1] ?? "" });
    const ended = await pageAt(`${path}/debrief`);
    expect(ended).toContain("You did not agree, this time.");
    expect(ended).toContain("Read two branches side by side");
  });

  test.each([
    ["the opener", async ({ opener }: Talk) => opener, 404],
    ["a turn of nobody", async () => randomUUID(), 404],
    ["no turn", async () => "", 400],
    ["what is no id", async () => "1; drop table turns", 400],
  ] as const)("of %s is refused, and changes nothing", async (_, turnOf, status) => {
    const talk = await talked(first);
    for (const intent of ["rewind", "show-branch"]) {
      if (intent === "show-branch" && status === 404 && (await turnOf(talk)) === talk.opener) continue;
      expect((await ada.post(talk.path, { intent, turnId: await turnOf(talk) })).status).toBe(status);
    }
    expect(await pageAt(talk.path)).toContain('id="turn-1"');
  });

  test("of somebody else’s conversation is not there", async () => {
    const { path, ids } = await talked(first);
    const grace = await site.guest();
    for (const intent of ["rewind", "show-branch"])
      expect((await grace.post(path, { intent, turnId: ids[0] ?? "" })).status).toBe(404);
    expect((await grace.get(`${path}/compare`)).status).toBe(404);
    expect(await pageAt(path)).toContain('id="turn-1"');
  });
});

describe("two branches side by side", () => {
  test("stand on a page of their own, the shared beginning once", async () => {
    const { path, ids } = await talked(first, rude);
    expect(await pageAt(`${path}/compare`)).toContain("There is only one branch so far");
    await ada.post(path, { intent: "rewind", turnId: ids[1] ?? "" });
    await ada.say(path, kind);
    const page = await pageAt(`${path}/compare?left=${ids[1]}`);
    expect(page.split(first)).toHaveLength(2);
    for (const words of [rude, kind, "Branch 1 of 2", "Branch 2 of 2", "The room shows this one."])
      expect(page).toContain(words);
    for (const query of [`left=${randomUUID()}`, "left=x", "right=%00"])
      expect((await ada.get(`${path}/compare?${query}`)).status).toBe(404);
  });

  test("go into both files, by name", async () => {
    const { path, ids } = await talked(first, rude);
    await ada.post(path, { intent: "rewind", turnId: ids[1] ?? "" });
    await ada.say(path, kind);
    const text = await (await ada.get(`${path}/export.md`)).text();
    expect(text).toContain("- Branch: from turn 2: “I am asking for 46,000, because I have …”");
    expect(text).toContain("## Another branch, from turn 2: “You always do this, Ruth.");
    expect(text).toContain(`> ${rude}`);
    const taken = (await (await ada.get(`${path}/export.json`)).json()) as {
      turns: { learner: string }[];
      otherBranches: { turns: { learner: string }[] }[];
    };
    expect(taken.turns.at(-1)?.learner).toBe(kind);
    expect(taken.otherBranches).toMatchObject([{ turns: [{ learner: rude }] }]);
  });
});

type Talk = { path: string; opener: string; ids: string[] };

async function talked(...lines: string[]): Promise<Talk> {
  const path = await ada.start("the-promised-raise");
  const page = await (await ada.get(path)).text();
  const opener = /name="tip" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const ids: string[] = [];
  for (const line of lines) {
    const turnId = randomUUID();
    ids.push(turnId);
    await ada.say(path, line, { turnId });
  }
  return { path, opener, ids };
}

/** As it is read, without what only scripts read. */
async function pageAt(path: string): Promise<string> {
  const answer = await ada.get(path);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll("<!-- -->", "")
    .replaceAll("&#x27;", "'");
}
