import type { Locator } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
const DOTS_AT_MOST_MS = 5_000;

test.describe("while a reply comes", () => {
  test.use({ pace: "unhurried" });

  test("whoever wants no motion sees whole sentences, and nothing that moves", async ({ room, page, db }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    await page.evaluate(rememberWords);
    await ruth.send(SECOND);
    await expect(ruth.stopButton).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await ruth.untilAnswered(2);

    const { partner, coach } = (await storedTurns(db, ruth.path)).at(-1) ?? { partner: "", coach: "" };
    const shown = await page.evaluate(() => window.rememberedWords);
    expect(shown).toContain(partner);
    expect(shown.filter((words) => !/[.!?]["”’]?$/u.test(words))).toEqual([]);
    expect(
      shown.some((words) => coach.includes(words) && !coach.endsWith(words)),
      "sentence by sentence",
    ).toBe(true);
  });

  test("the dots of waiting come to rest in less than five seconds", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    await ruth.send(SECOND);
    await expect(page.locator(".waiting-dots").first()).toBeVisible();
    const ends = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((moving) => moving instanceof CSSAnimation && moving.animationName === "waiting-dots")
        .map(({ effect }) => Number(effect?.getComputedTiming().endTime)),
    );
    expect(ends.length).toBeGreaterThan(0);
    expect(Math.max(...ends)).toBeLessThan(DOTS_AT_MOST_MS);
  });
});

test("where the system paints its own colours, what can be used and what went wrong keep an edge", async ({
  room,
  page,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  await page.emulateMedia({ forcedColors: "active" });
  const ruth = await room("the-promised-raise");
  await ruth.send("a".repeat(4001));
  await expect(ruth.alert).toBeVisible();
  await page.locator("summary", { hasText: "Settings" }).click();
  const edged = [
    ruth.box,
    ruth.sendButton,
    ruth.alert.locator("p"),
    page.getByRole("group", { name: "Settings" }),
    page.locator("label", { hasText: "Short notice" }),
  ];
  for (const part of edged) expect.soft(await edgeOf(part), part.toString()).toMatch(/^1px solid rgb\(/);
});

function edgeOf(part: Locator): Promise<string> {
  return part.evaluate((element) => getComputedStyle(element).borderBlockStart);
}

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var rememberedWords: string[];
}

/** Runs in the page: every text that the second turn comes to show, the partner's and the coach's. */
function rememberWords(): void {
  window.rememberedWords = [];
  new MutationObserver(() => {
    for (const spoken of document.querySelectorAll("#turn-2 article:last-of-type .spoken, #note-2 .spoken")) {
      const text = spoken.textContent;
      if (text && !window.rememberedWords.includes(text)) window.rememberedWords.push(text);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
