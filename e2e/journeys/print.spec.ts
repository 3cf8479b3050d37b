import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
const SLUG = "the-promised-raise";
const TITLE = "Ask your manager for the raise you were promised";

test("on paper a conversation says which it is, and has both voices in order and nothing to press", async ({
  room,
  page,
}) => {
  // Where the coach has no pane, its notes are folded up under their turns.
  await page.setViewportSize({ width: 820, height: 1100 });
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const note = ruth.note(2).locator("details > .spoken");
  await expect(note).toBeHidden();

  await print(page);
  await expect(note, "what was closed is open").toBeVisible();
  const head = page.getByRole("definition");
  for (const fact of [
    `${TITLE} (version 1)`,
    "Ruth Abara, your manager",
    "Real",
    ruth.path,
    /^\d{1,2} \w+ \d{4}$/,
  ])
    await expect(head.filter({ hasText: fact })).toBeVisible();

  const spoken = [ruth.reply(0), ruth.said(1), ruth.reply(1), ruth.said(2), ruth.reply(2), note];
  const places = await Promise.all(spoken.map(async (words) => (await words.boundingBox())?.y ?? 0));
  expect(places, "one under the other").toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(places).size).toBe(places.length);

  await expectNothingToPress(page);
  await expect(ruth.box).toBeHidden();
  expect(await style(ruth.turn(2), "break-inside")).toBe("avoid");
});

test("so has the review", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  await ruth.end();
  await page.getByRole("link", { name: "Show me the coach’s view" }).click();
  await expect(page.getByRole("figure").getByRole("blockquote")).toHaveText(SECOND);

  await print(page);
  for (const fact of [`${TITLE} (version 1)`, `${ruth.path}/debrief`, "You ended the conversation."])
    await expect(page.getByText(fact)).toBeVisible();
  await expect(page.getByRole("figure").getByRole("blockquote")).toHaveText(SECOND);
  await expectNothingToPress(page);
});

test("a reader in the dark prints dark on light", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await page.emulateMedia({ colorScheme: "dark" });
  const onScreen = await style(ruth.reply(0), "color");
  await print(page);
  expect(await style(ruth.reply(0), "color")).not.toBe(onScreen);
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
  const inTheLight = await style(ruth.reply(0), "color");
  await print(page);
  expect(await style(ruth.reply(0), "color")).toBe(inTheLight);
});

function print(page: Page): Promise<void> {
  return page.emulateMedia({ media: "print" });
}

async function expectNothingToPress(page: Page): Promise<void> {
  for (const role of ["navigation", "button", "textbox", "contentinfo", "banner"] as const)
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
}

function style(element: Locator, property: string): Promise<string> {
  return element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
}
