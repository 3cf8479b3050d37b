import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { coachOf, conversationOf } from "#e2e/pane.ts";
import { noteShifts, shifted } from "#e2e/shifts.ts";

/** Fills a small pane by itself, so that a reply to it does not fit under it. */
const LONG =
  "In April, at the stocktake, by the tea urn, you told me that we would get my pay to forty-six by the summer. It is November, and since June I have run Owen's eleven accounts on top of mine, nine hours a week, and I would like to talk about how we get there and by when.";
const SHORT = "What would Colm need to see?";
/** A pane of about a dozen lines. */
const LOW = { width: 1100, height: 480 };
/** A pane of a few lines: every reply is longer. */
const LOWEST = { width: 1100, height: 370 };
const JUMP = "Jump to latest";

test.describe("while a reply comes", () => {
  test.use({ pace: "unhurried" });

  test("whoever is at the end stays at the end, and no way back to it is offered", async ({ room, page }) => {
    await page.setViewportSize(LOWEST);
    const ruth = await room("the-promised-raise", { turns: 3 });
    const talk = conversationOf(ruth);
    await countSightings(page, ".jump-button");
    await ruth.send(LONG);
    await expect(ruth.reply(4)).not.toBeEmpty();
    const before = await talk.fromStart();
    await ruth.untilAnswered(4);
    await expect.poll(() => talk.fromEnd()).toBeLessThanOrEqual(1);
    expect(await talk.fromStart(), "the words did not fit, and the pane went along").toBeGreaterThan(before);
    expect(await page.evaluate(() => window.sightings)).toBe(0);
  });

  test("whoever has scrolled up, however little, is left there", async ({ room, page }) => {
    await page.setViewportSize(LOWEST);
    const ruth = await room("the-promised-raise", { turns: 3 });
    const talk = conversationOf(ruth);
    await ruth.send(LONG);
    await expect(ruth.reply(4)).toHaveText(/\w+ \w+/);
    await talk.wheel(-30);
    const end = await talk.fromEnd();
    const place = await talk.fromStart();
    await ruth.untilAnswered(4);
    expect(await talk.fromStart()).toBe(place);
    expect(await talk.fromEnd(), "there is more below than there was").toBeGreaterThan(end);
  });

  test("one's own message stands near the top of the pane, and a short reply moves nothing", async ({
    room,
  }) => {
    const ruth = await room("the-promised-raise", { turns: 4 });
    const talk = conversationOf(ruth);
    await ruth.send(SHORT);
    await expect.poll(() => talk.below(ruth.said(5))).toBeLessThan(60);
    await expect(ruth.reply(5)).not.toBeEmpty();
    const place = await talk.fromStart();
    await ruth.untilAnswered(5);
    // Less than a line.
    expect(Math.abs((await talk.fromStart()) - place)).toBeLessThan(12);
    await expect(ruth.reply(5)).toBeInViewport({ ratio: 1 });
  });

  test("whoever reads an older note is not moved by the conversation beside it", async ({ room, page }) => {
    await page.setViewportSize(LOW);
    const ruth = await room("the-promised-raise", { turns: 6 });
    const [talk, coach] = [conversationOf(ruth), coachOf(ruth)];
    await coach.wheel(-300);
    await expect.poll(() => coach.fromEnd()).toBeGreaterThan(250);
    const place = await coach.fromStart();
    await ruth.send(LONG);
    await ruth.untilAnswered(7);
    expect(await coach.fromStart()).toBe(place);
    await talk.wheel(-400);
    expect(await coach.fromStart()).toBe(place);
  });

  test("nothing on the page jumps", async ({ room, page }) => {
    const ruth = await room("the-promised-raise", { turns: 4 });
    await page.evaluate(noteShifts);
    await ruth.send(SHORT);
    await ruth.untilAnswered(5);
    expect(await shifted(page)).toBeLessThanOrEqual(0.02);
  });
});

test("the way back to the end is offered from 200 px on, and until 60 px", async ({ room, page }) => {
  await page.setViewportSize(LOW);
  const ruth = await room("the-promised-raise", { turns: 6 });
  const talk = conversationOf(ruth);
  const jump = page.getByRole("button", { name: JUMP, exact: true });

  const steps = [
    { wheel: -150, shown: false },
    { wheel: -100, shown: true },
    { wheel: 150, shown: true },
    { wheel: 60, shown: false },
    { wheel: -90, shown: false },
    { wheel: -200, shown: true },
  ];
  for (const { wheel, shown } of steps) {
    const from = await talk.fromEnd();
    await talk.wheel(wheel);
    await expect.poll(() => talk.fromEnd()).toBe(from - wheel);
    await expect(jump).toHaveCount(shown ? 1 : 0);
  }
  await jump.click();
  await expect.poll(() => talk.fromEnd()).toBeLessThanOrEqual(1);
  await expect(jump).toHaveCount(0);
  await expect(talk.box, "the keyboard goes on from here").toBeFocused();
});

test("a conversation that is opened again is at its last turn before any script runs, and stays there", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise", { turns: 6 });
  const talk = conversationOf(ruth);
  const held = Promise.withResolvers<void>();
  await page.route(/\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.addInitScript(rememberPlaces);
  await page.goto(ruth.path, { waitUntil: "commit" });
  await expect(ruth.reply(6)).toBeInViewport({ ratio: 1 });
  // The script's face may have other heights than the one that stood in for it.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const place = await talk.fromStart();
  held.resolve();
  await ruth.ready();
  await expect.poll(() => talk.fromEnd()).toBeLessThanOrEqual(1);
  const seen = await page.evaluate(() => window.places);
  expect(
    seen.filter((one) => Math.abs(one - place) > 2),
    "it never scrolled there",
  ).toEqual([]);
});

test("a note leads to its turn and the turn to its note, and each is marked when one comes", async ({
  room,
  page,
}) => {
  await page.setViewportSize(LOW);
  const ruth = await room("the-promised-raise", { turns: 6 });
  await expect(ruth.said(2)).not.toBeInViewport();

  const toTurn = page.getByRole("link", { name: /^Turn 2 / });
  await toTurn.click();
  await expect(ruth.said(2)).toBeInViewport();
  await expect(ruth.turn(2)).toHaveAttribute("data-pointed");

  // Past the button that copies this note.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Turn 3 / })).toBeFocused();
  await expect(ruth.turn(3), "the note that has the focus marks its turn").toHaveAttribute("data-pointed");
  await expect(ruth.turn(2)).not.toHaveAttribute("data-pointed");

  await conversationOf(ruth).wheel(2000);
  await coachOf(ruth).wheel(-2000);
  await expect(ruth.note(6)).not.toBeInViewport();
  await ruth.turn(6).getByRole("link", { name: "The coach noted this" }).click();
  await expect(ruth.note(6)).toBeInViewport();
  await expect(page.locator("#note-6")).toHaveAttribute("data-pointed");
});

test.describe("for whoever wants no motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the pane is at the new message at once", async ({ room, page }) => {
    const ruth = await room("the-promised-raise", { turns: 4 });
    await page.evaluate(rememberPlaces);
    await ruth.say(SHORT);
    const places = await page.evaluate(() => [...new Set(window.places)]);
    expect(places.length, "one step, and perhaps a pixel of rounding").toBeLessThanOrEqual(2);
  });
});

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var sightings: number, places: number[];
}

/** From now on: how often an element like this came into the page. */
async function countSightings(page: Page, selector: string): Promise<void> {
  await page.evaluate((what) => {
    window.sightings = 0;
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches(what)) window.sightings += 1;
    }).observe(document.body, { childList: true, subtree: true });
  }, selector);
}

/** Runs in the page: every place the conversation's pane has scrolled to from now on. */
function rememberPlaces(): void {
  window.places = [];
  document.addEventListener(
    "scroll",
    ({ target }) => {
      if (target instanceof Element && target.id === "conversation")
        window.places.push(Math.round(target.scrollTop));
    },
    { capture: true },
  );
}
