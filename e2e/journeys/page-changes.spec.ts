import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

test("a page that comes without a page load is named in the title, and its heading has the focus", async ({
  guest,
}) => {
  await guest.goto("/");
  await expect(guest.locator("body"), "a page that was loaded is left to the browser").toBeFocused();

  await guest.getByRole("link", { name: "Ask your manager for the raise you were promised" }).click();
  await expectNewPage(guest, /^Ask your manager/, "Ask your manager for the raise you were promised");
  await guest.goBack();
  await expectNewPage(guest, /^Conversation Coach/, "Good that you are here");
});

test("a room that opens has a title, and the focus is somewhere in it", async ({ guest }) => {
  await guest.goto("/scenarios/the-promised-raise");
  await guest.getByRole("button", { name: "Start the conversation" }).click();
  await expect(guest).toHaveTitle(/^Ruth Abara: /);
  await expect(guest.locator("h1:focus, textarea:focus")).toHaveCount(1);

  await guest.getByRole("link", { name: /^Leave/ }).click();
  await expectNewPage(guest, /^Conversation Coach/, "Welcome back");
});

test("moving within a page, or news on it, is no new page", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await page.evaluate(() => (location.hash = "turn-1"));
  await expect(page).toHaveURL(/#turn-1$/);
  await expect(page.locator("h1:focus")).toHaveCount(0);

  await ruth.box.focus();
  const again = page.waitForResponse(/\/conversation\/[^/]+\.data/);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await again;
  await expect(ruth.box).toBeFocused();
});

async function expectNewPage(page: Page, title: RegExp, heading: string): Promise<void> {
  await expect(page).toHaveTitle(title);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}
