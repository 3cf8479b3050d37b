import { readFile } from "node:fs/promises";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
const SLUG = "the-promised-raise";
const TITLE = "Ask your manager for the raise you were promised";

test(
  "before the start, the brief says who, as whom, what for, how long, what the coach does and what is private",
  { tag: "@phone" },
  async ({ guest }) => {
    await guest.goto(`/scenarios/${SLUG}`);
    const brief = guest.getByRole("region", { name: "Your brief" });
    for (const fact of [
      "Ruth Abara, your manager",
      "a production planner, four years in",
      "Leave with a figure, a date and something in writing",
      "about 12 minutes, about 10 turns",
      "with a note after each turn, with a look at what you are about to say, or only when you ask",
      "Whoever invited you sees how much you practised, never what was said.",
      "AI practice, not therapy.",
    ])
      await expect(brief).toContainText(fact);
    for (const name of [/^Easy/, /^Real/, /^Hard/])
      await expect(guest.getByRole("radio", { name })).toBeVisible();
  },
);

test(
  "the brief can be read again in the room, and closes on Escape and on a press elsewhere",
  { tag: "@phone" },
  async ({ room, page }) => {
    const ruth = await room(SLUG, { difficulty: "hard" });
    const brief = page.getByRole("group", { name: "Brief" });
    await expect(brief).toBeHidden();

    await page.getByText("Brief", { exact: true }).click();
    for (const fact of [
      "Ruth Abara, your manager",
      "a production planner, four years in",
      "Leave with a figure, a date and something in writing",
      "about 12 minutes, about 10 turns",
      "Hard. Ruth starts firm",
      "one note a turn in the margin",
      "never what was said",
      "not therapy",
    ])
      await expect(brief).toContainText(fact);

    await ruth.box.focus();
    await page.keyboard.press("Escape");
    await expect(brief, "Escape closes it from wherever one is").toBeHidden();
    await expect(ruth.box).toBeFocused();

    await page.getByText("Brief", { exact: true }).click();
    await expect(brief).toBeVisible();
    await ruth.box.click();
    await expect(brief, "so does a press elsewhere").toBeHidden();
  },
);

test("the partner speaks first, and the header tells which turn of about how many it is", async ({
  room,
  page,
}) => {
  const ruth = await room(SLUG);
  await expect(ruth.reply(0)).not.toBeEmpty();
  await expect(page.getByRole("banner")).toContainText("About 10 turns");
  await ruth.say(FIRST);
  await expect(page.getByRole("banner")).toContainText("Turn 1 of about 10");
  await ruth.say(SECOND);
  await expect(page.getByRole("banner")).toContainText("Turn 2 of about 10");
});

test(
  "End practice asks nothing once something was said, and leads to the review at an address of its own",
  { tag: "@phone" },
  async ({ room, page }) => {
    const ruth = await room(SLUG);
    await ruth.say(FIRST);
    await ruth.say(SECOND);
    await ruth.endButton.click();

    await expect(page).toHaveURL(`${ruth.path}/debrief`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You ended the conversation.");
    await expect(page.getByText("2 turns with Ruth")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You ended the conversation.");
  },
);

test("the review quotes each note with the words it is about, and leads to where they were said", async ({
  room,
  page,
}) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const note = await ruth.note(2).locator(".spoken").innerText();
  await ruth.end();

  await page.getByRole("link", { name: "Show me the coach’s view" }).click();
  const noted = page.getByRole("region", { name: "What the coach noted" });
  await expect(noted.getByRole("listitem")).toHaveCount(1);
  await expect(noted.getByRole("blockquote")).toHaveText(SECOND);
  await expect(noted).toContainText(note);
  await noted.getByRole("link", { name: "You, turn 2" }).click();
  await expect(page).toHaveURL(`${ruth.path}#turn-2`);
  await expect(ruth.said(2)).toBeInViewport();
  await expect(ruth.said(2)).toHaveText(SECOND);
});

test("the learner says how it ended, and may say it differently", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.end();
  const pressed = page.getByRole("main").getByRole("button", { pressed: true });
  await expect(pressed).toHaveText("I’d rather not say");

  await page.getByRole("button", { name: "We agreed" }).click();
  await expect(page.getByRole("heading", { name: "You reached an agreement." })).toBeVisible();
  await page.getByRole("button", { name: "We have a next step" }).click();
  await expect(page.getByRole("heading", { name: "You left with a next step." })).toBeVisible();
  await expect(pressed).toHaveText("We have a next step");
});

test("who ended by mistake goes on talking where it stood", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.end();
  await page.getByRole("button", { name: "Go on talking" }).click();
  await page.waitForURL(`**${ruth.path}`);
  await ruth.ready();
  await ruth.say("What would Colm need to see before he could say yes?");
  await expect(ruth.turns).toHaveCount(3);
});

test("what was ended is practised again as it was, or harder until there is nothing harder", async ({
  room,
  page,
}) => {
  const ruth = await room(SLUG, { difficulty: "real", coachMode: "off" });
  await ruth.say(FIRST);
  await ruth.end();
  await expect(page.getByText("You practised without the coach")).toBeVisible();
  await page.getByRole("button", { name: "Try it harder" }).click();
  await page.waitForURL(/\/conversation\/[^/]+$/);
  const harder = new Room(page, new URL(page.url()).pathname);
  await harder.ready();
  expect(harder.path).not.toBe(ruth.path);
  await page.getByText("Brief", { exact: true }).click();
  await expect(page.getByRole("group", { name: "Brief" })).toContainText("Hard. Ruth starts firm");
  await expect(page.getByRole("group", { name: "Brief" })).toContainText("It is just the two of you.");
  await page.keyboard.press("Escape");

  await harder.say(FIRST);
  await harder.end();
  await expect(page.getByRole("button", { name: "Practise it again" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try it harder" })).toHaveCount(0);
  await page.getByRole("link", { name: "Another scenario" }).click();
  await expect(page).toHaveURL("/#scenarios");
  await expect(page.getByRole("heading", { name: "What would you like to rehearse?" })).toBeInViewport();
});

test("what has not ended has no review yet, and somebody else's has none at all", async ({
  room,
  page,
  stranger,
  invite,
  site,
  forgiven,
}) => {
  forgiven.push(/status of 404/);
  const ruth = await room(SLUG);
  await page.goto(`${ruth.path}/debrief`);
  await expect(page).toHaveURL(ruth.path);

  await ruth.end();
  await stranger.request.post(await invite(), { headers: { Origin: site } });
  expect((await stranger.goto(`${ruth.path}/debrief`))?.status()).toBe(404);
});

test("a message that crosses with the end is not lost: the ended conversation shows it, and why it was not sent", async ({
  room,
  page,
  context,
  forgiven,
}) => {
  forgiven.push(/status of 409/);
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  const other = new Room(await context.newPage(), ruth.path);
  await other.open();
  await other.end();

  await ruth.send("And forty-six is what you said.");
  await expect(page.getByRole("alert").filter({ hasText: "has ended" })).toContainText(
    "has ended, so nothing was sent",
  );
  await expect(page.getByText("And forty-six is what you said.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Read the review" })).toBeVisible();
});

test(
  "leaving loses nothing: the start page tells what was said last, how far it is and when, and leads back",
  { tag: "@phone" },
  async ({ room, page }) => {
    const ruth = await room(SLUG);
    await ruth.say(FIRST);
    const reply = await ruth.reply(1).innerText();
    await page.goto("/");
    const waiting = page.getByRole("region", { name: "Continue" });
    await expect(waiting).toContainText(reply);
    await expect(waiting).toContainText("turn 1 of about 10");
    await expect(waiting.getByRole("time")).toHaveText(/^today, \d\d:\d\d$/);
    await expect(waiting.getByRole("time")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT.*Z$/);
    await waiting.getByRole("link", { name: TITLE }).click();
    await expect(ruth.reply(1)).toHaveText(reply);
  },
);

test("the list of conversations tells how each stands, how long it was and when, twenty to a page", async ({
  room,
  page,
  site,
}) => {
  await page.goto("/conversations");
  await expect(page.getByText("You have not practised anything yet")).toBeVisible();

  const agreed = await room(SLUG);
  await agreed.say(FIRST);
  await agreed.end();
  await page.getByRole("button", { name: "We agreed" }).click();
  const opened = await room(SLUG);
  await opened.say(FIRST);

  await page.goto("/conversations");
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("In progress");
  await expect(rows.nth(1)).toContainText("Agreed");
  for (const row of [rows.nth(0), rows.nth(1)]) {
    await expect(row).toContainText("1 turn, under a minute");
    await expect(row.getByRole("time")).toBeVisible();
  }
  await rows.nth(1).getByRole("link").click();
  await expect(page).toHaveURL(`${agreed.path}/debrief`);

  for (let more = 0; more < 20; more += 1)
    await page.request.post(`/scenarios/${SLUG}`, { headers: { Origin: site }, maxRedirects: 0 });
  await page.goto("/conversations");
  await expect(rows).toHaveCount(20);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL("/conversations?page=2");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Agreed");
  await page.goBack();
  await expect(rows).toHaveCount(20);
});

test("a conversation is taken away whole, as text and as data, from its review", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const reply = await ruth.reply(2).innerText();
  await ruth.end();

  const text = await taken(page, "Download as text");
  for (const part of [
    `# ${TITLE}`,
    `version 1`,
    "You ended the conversation.",
    "## Turn 2",
    reply,
    "**Coach**",
  ])
    expect(text).toContain(part);

  const data = JSON.parse(await taken(page, "Download as data"));
  expect(data).toMatchObject({
    scenario: { slug: SLUG, title: TITLE, version: 1 },
    difficulty: "real",
    ended: { ending: "someone-leaves", by: "learner" },
  });
  expect(data.turns.map(({ turn }: { turn: number }) => turn)).toEqual([0, 1, 2]);
  expect(data.turns[2]).toMatchObject({
    learner: SECOND,
    partner: { status: "complete", text: reply },
    coach: { status: "complete" },
  });
});

async function taken(page: Room["page"], link: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFile(await (await download).path(), "utf8");
}
