import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "What would Colm need to see before he could say yes?";
const MOST_CHARACTERS = 4_000;

test("Enter sends, and Shift+Enter starts a new line; Enter that picks a word in an input method sends nothing", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await page.keyboard.type("In April you told me");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("we would get there.");
  await page.keyboard.press("Enter");
  await ruth.untilAnswered(1);
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([
    "In April you told me\nwe would get there.",
  ]);

  await ruth.box.fill("来月の昇給");
  for (const picking of [{ isComposing: true }, { keyCode: 229 }]) {
    await ruth.box.dispatchEvent("keydown", { key: "Enter", ...picking });
    await ruth.box.dispatchEvent("keydown", { key: "Enter", ctrlKey: true, ...picking });
  }
  await expect(ruth.box).toHaveValue("来月の昇給");
  await expect(ruth.turns).toHaveCount(2);

  await ruth.box.press("Enter");
  await ruth.untilAnswered(2);
  expect(await storedTurns(db, ruth.path)).toHaveLength(2);
});

test("Send can be pressed only once there are words; the box grows with its lines to about eight, and then scrolls inside; over the limit nothing is cut, and it is counted where the box says so", async ({
  room,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await expect(ruth.sendButton).toBeDisabled();
  await ruth.box.fill("  \n ");
  await expect(ruth.sendButton).toBeDisabled();
  await ruth.box.press("Enter");
  await ruth.sendButton.click({ force: true });
  await expect(ruth.turns).toHaveCount(1);
  expect(await storedTurns(db, ruth.path)).toEqual([]);

  await ruth.box.fill(FIRST);
  await expect(ruth.sendButton).toBeEnabled();
  await ruth.box.fill("");

  const height = () => ruth.box.evaluate((box) => box.clientHeight);
  const scrolls = () => ruth.box.evaluate((box) => box.scrollHeight > box.clientHeight);
  const lineHeight = await ruth.box.evaluate((box) => Number.parseFloat(getComputedStyle(box).lineHeight));
  const empty = await height();
  await ruth.box.fill(lines(5));
  expect(await height()).toBeGreaterThan(empty);
  expect(await scrolls()).toBe(false);
  await ruth.box.fill(lines(8));
  const eight = await height();
  expect(eight / lineHeight).toBeGreaterThan(8);
  expect(await scrolls()).toBe(false);
  await ruth.box.fill(lines(30));
  expect(await height()).toBe(eight);
  expect(await scrolls()).toBe(true);

  await ruth.box.fill("a".repeat(MOST_CHARACTERS - 301));
  await expect(ruth.box).not.toHaveAccessibleDescription(/characters/);
  await ruth.box.fill("a".repeat(MOST_CHARACTERS - 300));
  await expect(ruth.box).toHaveAccessibleDescription(/300 characters left/);
  await ruth.box.fill("🙂".repeat(MOST_CHARACTERS - 1));
  await expect(ruth.box, "as the server counts").toHaveAccessibleDescription(/1 character left/);

  const pasted = "a".repeat(MOST_CHARACTERS + 1_200);
  await ruth.box.fill("");
  await ruth.page.evaluate((text) => document.execCommand("insertText", false, text), pasted);
  await expect(ruth.box).toHaveValue(pasted);
  await expect(ruth.box).toHaveAccessibleDescription(/1,200 characters too long/);
});

test("the focus is in the box from the start, and stays there while replies come", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await expect(ruth.box).toBeFocused();
  await ruth.say(FIRST);
  await expect(ruth.box, "Send was pressed, and the next message can be written at once").toBeFocused();

  await ruth.box.fill(SECOND);
  await ruth.box.press("Enter");
  const brief = page.locator("summary", { hasText: "Brief" });
  await brief.focus();
  await ruth.untilAnswered(2);
  await expect(brief, "arriving words take nobody's focus away").toBeFocused();
});

test("whoever comes for a certain turn is left where the link leads", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await page.goto(`${ruth.path}#turn-1`);
  await page.reload();
  await ruth.ready();
  await expect(ruth.box).not.toBeFocused();
});

test("ArrowUp in an empty box recalls what was said, older and older, and ArrowDown leads back; what is being written it leaves alone, and a recalled message that was changed", async ({
  room,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say(SECOND);

  await ruth.box.press("ArrowUp");
  await expect(ruth.box).toHaveValue(SECOND);
  await ruth.box.press("ArrowUp");
  await expect(ruth.box).toHaveValue(FIRST);
  await ruth.box.press("ArrowUp");
  await expect(ruth.box, "there is nothing older").toHaveValue(FIRST);
  await ruth.box.press("ArrowDown");
  await expect(ruth.box).toHaveValue(SECOND);
  await ruth.box.press("ArrowDown");
  await expect(ruth.box).toHaveValue("");
  await ruth.box.press("ArrowDown");
  await expect(ruth.box).toHaveValue("");

  await ruth.box.fill("I have");
  await ruth.box.press("ArrowUp");
  await expect(ruth.box).toHaveValue("I have");

  await ruth.box.fill("");
  await ruth.box.press("ArrowUp");
  await ruth.box.pressSequentially(" Please.");
  await ruth.box.press("ArrowUp");
  await ruth.box.press("ArrowDown");
  await expect(ruth.box).toHaveValue(`${SECOND} Please.`);
});

test.describe("while a reply comes", () => {
  test.use({ pace: "unhurried" });

  test("the line under the box names the keys that work, before, meanwhile and after", async ({
    room,
    page,
  }) => {
    const ruth = await room("the-promised-raise");
    const hint = page.locator("#composer-hint");
    await expect(hint).toHaveText("Enter sends, Shift+Enter starts a new line");
    await ruth.send(FIRST);
    await expect(hint).toContainText("Esc to stop");
    await ruth.untilAnswered(1);
    await expect(hint).toHaveText("Enter sends, Shift+Enter starts a new line");
  });

  test("one can write on, and what is written is sent once the reply is there", async ({ room, db }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);
    await ruth.box.fill(SECOND);
    await ruth.box.press("Enter");
    await ruth.untilAnswered(1);
    await expect(ruth.box).toHaveValue(SECOND);
    await ruth.box.press("Enter");
    await ruth.untilAnswered(2);
    expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST, SECOND]);
  });
});

test.describe("where only fingers type", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("Enter is a new line, and only Send sends; Ctrl+Enter and Cmd+Enter do all the same", async ({
    room,
    db,
  }) => {
    const ruth = await room("the-promised-raise");
    await ruth.box.tap();
    await ruth.box.pressSequentially("In April");
    await ruth.box.press("Enter");
    await ruth.box.pressSequentially("you told me.");
    await expect(ruth.box).toHaveValue("In April\nyou told me.");
    await expect(ruth.turns).toHaveCount(1);
    await ruth.sendButton.tap();
    await ruth.untilAnswered(1);
    expect(await storedTurns(db, ruth.path)).toHaveLength(1);

    await ruth.box.fill(FIRST);
    await ruth.box.press("Control+Enter");
    await ruth.untilAnswered(2);
    await ruth.box.fill(SECOND);
    await ruth.box.press("Meta+Enter");
    await ruth.untilAnswered(3);
  });

  test("no keyboard comes up by itself, and the box asks for none of its tricks", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await expect(ruth.box).not.toBeFocused();
    await ruth.send(FIRST);
    await expect(ruth.box, "a tap on Send lets it go").not.toBeFocused();
    await ruth.untilAnswered(1);
    await expect(ruth.box).not.toBeFocused();

    await expect(ruth.box).toHaveAttribute("enterkeyhint", "enter");
    await expect(ruth.box).toHaveAttribute("autocapitalize", "sentences");
    const size = await ruth.box.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    expect(size, "smaller, and iOS zooms in").toBeGreaterThanOrEqual(16);
    await expect(page.locator('meta[name="viewport"]')).toHaveAttribute(
      "content",
      /interactive-widget=resizes-content/,
    );
    const hint = page.locator("#composer-hint");
    await expect(hint, "no keys are named that are not there").toHaveText("", { useInnerText: true });
  });
});

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `Line ${index + 1}`).join("\n");
}
