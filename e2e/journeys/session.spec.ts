import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
const SLUG = "the-promised-raise";
const TITLE = "Ask your manager for the raise you were promised";

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

test("the learner says how it ended, and may say it differently; who ended by mistake goes on talking where it stood", async ({
  room,
  page,
}) => {
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
