import { expect, test } from "#e2e/fixtures.ts";
import { tabTo } from "#e2e/keys.ts";

test("everything in the room can be done with the keyboard alone", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");

  await expect(ruth.box, "one can write at once").toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Skip to the message box" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#text$/);
  await tabTo(page, ruth.box);
  await page.keyboard.type("In April you told me we would");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("get my pay there by the summer.");
  await page.keyboard.press("Enter");
  await ruth.untilAnswered(1);
  await expect(ruth.said(1)).toHaveText("In April you told me we would get my pay there by the summer.");
  await expect(ruth.box, "the next message can be written at once").toBeFocused();

  const brief = page.getByRole("heading", { name: "What has happened" });
  await tabTo(page, page.locator("summary", { hasText: "Brief" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(brief).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(brief).toBeHidden();
  await expect(page.locator("summary", { hasText: "Brief" })).toBeFocused();

  await tabTo(page, ruth.endButton);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/debrief");
  await tabTo(page, page.getByRole("button", { name: "We have a next step" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You left with a next step." })).toBeVisible();
});

test("a conversation can be found and set up with the keyboard alone", async ({ guest }) => {
  await guest.goto("/");
  await tabTo(guest, guest.getByRole("link", { name: "Ask your manager for the raise you were promised" }));
  await guest.keyboard.press("Enter");
  await guest.waitForURL("**/scenarios/*");
  await tabTo(guest, guest.getByRole("radio", { name: /^Real/ }));
  await guest.keyboard.press("ArrowDown");
  await expect(guest.getByRole("radio", { name: /^Hard/ })).toBeChecked();
  await tabTo(guest, guest.getByRole("button", { name: "Start the conversation" }));
  await guest.keyboard.press("Enter");
  await guest.waitForURL("**/conversation/*");
  await expect(guest.getByRole("textbox")).toBeVisible();
});
