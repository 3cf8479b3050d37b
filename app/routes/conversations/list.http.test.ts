import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test("the list of conversations tells how each stands, how long it was and when, twenty to a page", async () => {
  const ada = await site.guest();
  const page = async (query = "") => (await ada.get(`/conversations${query}`)).text();
  expect(await page()).toContain("You have not practised anything yet");

  const agreed = await ada.start("the-promised-raise");
  await ada.say(agreed, "In April you told me we would get my pay there by the summer.");
  await ada.post(agreed, { intent: "end", ending: "agreement" });
  const opened = await ada.start("the-promised-raise");
  await ada.say(opened, "In April you told me we would get my pay there by the summer.");

  const both = rowsOf(await page());
  expect(both.map(({ words }) => /In progress|Agreed/.exec(words)?.[0])).toEqual(["In progress", "Agreed"]);
  for (const { html, words } of both) {
    expect(words).toContain("1 turn, under a minute");
    expect(html).toMatch(/<time [^>]*dateTime="\d{4}-\d\d-\d\dT/i);
  }
  expect(both[0]?.html).toContain(`href="${opened}"`);
  expect(both[1]?.html).toContain(`href="${agreed}/debrief"`);

  for (let more = 0; more < 20; more += 1) await ada.start("the-promised-raise");
  const first = await page();
  expect(rowsOf(first)).toHaveLength(20);
  expect(first).toMatch(/<a [^>]*href="\/conversations\?page=2"[^>]*>.*?Older/s);
  const second = rowsOf(await page("?page=2"));
  expect(second).toHaveLength(2);
  expect(second[1]?.words).toContain("Agreed");
});

test("a conversation is taken away whole, as text and as data, from its review", async () => {
  const ada = await site.guest();
  const path = await ada.start("the-promised-raise");
  const lines = [
    "In April you told me we would get my pay there by the summer.",
    "You always do this, Ruth. You promised me money and you did nothing for six months.",
  ];
  for (const line of lines) await ada.say(path, line);
  await ada.post(path, { intent: "end" });
  const review = await (await ada.get(`${path}/debrief`)).text();
  for (const format of ["md", "json"]) expect(review).toContain(`href="${path}/export.${format}"`);

  const data = await (await ada.get(`${path}/export.json`)).json();
  const title = "Ask your manager for the raise you were promised";
  expect(data).toMatchObject({
    scenario: { slug: "the-promised-raise", title, version: 1 },
    difficulty: "real",
    ended: { ending: "someone-leaves", by: "learner" },
  });
  expect(data.turns.map(({ turn }: { turn: number }) => turn)).toEqual([0, 1, 2]);
  expect(data.turns[2]).toMatchObject({
    learner: lines[1],
    partner: { status: "complete", text: expect.stringMatching(/\w/) },
    coach: { status: "complete" },
  });

  const text = await (await ada.get(`${path}/export.md`)).text();
  for (const part of [
    `# ${title}`,
    "version 1",
    "You ended the conversation.",
    "## Turn 2",
    data.turns[2].partner.text,
    "**Coach**",
  ])
    expect(text).toContain(part);
});

/** The conversations on a page of the list. */
function rowsOf(page: string): { html: string; words: string }[] {
  const main = /<main\b.*<\/main>/s.exec(page)?.[0] ?? "";
  return Array.from(main.matchAll(/<li\b.*?<\/li>/gs), ([html]) => ({
    html,
    words: html.replaceAll(/<!--.*?-->|<[^>]+>/gs, ""),
  }));
}
