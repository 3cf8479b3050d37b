import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer. I'd like to talk about that.";
const SECOND = "What would Colm need to see before he could say yes?";

test.use({ pace: "unhurried" });

test(
  "a reply comes word by word, and Stop is offered until its last word",
  { tag: "@phone" },
  async ({ room, db }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);

    await expect(ruth.said(1), "one's own words stand there at once").toHaveText(FIRST);
    await expect(ruth.stopButton).toBeVisible();
    await expect(ruth.reply(1)).not.toBeEmpty();
    await expect(ruth.stopButton).toBeVisible();
    const early = await ruth.reply(1).innerText();

    await expect(ruth.sendButton).toBeVisible();
    const [stored] = await storedTurns(db, ruth.path);
    await expect(ruth.reply(1)).toHaveText(stored?.partner ?? "");
    expect(stored?.partner.startsWith(early)).toBe(true);
    expect(early.length).toBeLessThan(stored?.partner.length ?? 0);
  },
);

test("ST02 a reload in the middle of a reply goes on without repeating or losing a word", async ({
  room,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await rememberTexts(ruth.page, "#turn-2 article:last-of-type .spoken");
  await ruth.send(SECOND);
  await expect(ruth.reply(2)).toHaveText(/\w+ \w+ \w+/);
  const before = await ruth.reply(2).innerText();

  await ruth.page.reload();
  await ruth.untilAnswered(2);

  const stored = (await storedTurns(db, ruth.path)).at(-1);
  await expect(ruth.reply(2)).toHaveText(stored?.partner ?? "");
  await expect(ruth.note(2)).toContainText(endOf(stored?.coach ?? ""));
  expect(stored?.partner.startsWith(before)).toBe(true);
  expect(before.length).toBeLessThan(stored?.partner.length ?? 0);
  const shown = await ruth.page.evaluate(() => window.rememberedTexts);
  expect(shown.length, "words came in after the reload too").toBeGreaterThan(1);
  expect(shown.filter((text) => !stored?.partner.startsWith(text))).toEqual([]);
});

test.describe("a reply that takes its time", () => {
  test.use({ pace: "slow" });

  test("ST10 is shown by a second tab too, from the words that are there to the last", async ({
    room,
    context,
    db,
  }) => {
    const ruth = await room("the-promised-raise");
    const second = new Room(await context.newPage(), ruth.path);
    await ruth.send(FIRST);
    await expect(ruth.reply(1)).not.toBeEmpty();
    await second.open();
    await expect(second.stopButton, "the second tab is there while the reply comes").toBeVisible();
    for (const tab of [ruth, second]) await expect(tab.sendButton).toBeVisible({ timeout: 30_000 });

    const [stored] = await storedTurns(db, ruth.path);
    for (const tab of [ruth, second]) await expect(tab.reply(1)).toHaveText(stored?.partner ?? "");
  });
});

test("a coach that speaks alongside writes while the partner still answers", async ({ room }) => {
  const haddad = await room("no-to-the-deadline");
  await haddad.say(
    "Before you tell the board: on Friday 2,300 of 61,000 appointments landed in the wrong clinic.",
  );
  await haddad.send(
    "All fourteen clinics will not be ready on the third. I should have rung you in January.",
  );

  await expect(haddad.reply(2)).not.toBeEmpty();
  await expect(haddad.note(2)).toBeVisible();
  await expect(haddad.stopButton, "the partner has not finished").toBeVisible();
  await haddad.untilAnswered(2);
});

test.describe("without a coach", () => {
  test.use({ pace: "quick" });

  test("there are no notes, and nothing waits for them", async ({ room, db }) => {
    const ruth = await room("the-promised-raise", { coachMode: "off" });
    await ruth.say(FIRST);
    await ruth.say(SECOND);
    await expect(ruth.page.getByRole("main")).not.toContainText(/coach/i);
    expect((await storedTurns(db, ruth.path)).map(({ coach }) => coach)).toEqual(["", ""]);
  });
});

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var rememberedTexts: string[];
}

/** Keeps every text the element has shown, from the next page load on. */
async function rememberTexts(page: Page, selector: string): Promise<void> {
  await page.addInitScript((where) => {
    window.rememberedTexts = [];
    new MutationObserver(() => {
      const text = document.querySelector(where)?.textContent;
      if (text && text !== window.rememberedTexts.at(-1)) window.rememberedTexts.push(text);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  }, selector);
}

/** A note is shown with its label apart; its end is shown as it was written. */
function endOf(note: string): string {
  expect(note).not.toBe("");
  return note.slice(-40);
}
