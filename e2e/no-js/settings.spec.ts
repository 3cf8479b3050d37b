import { expect, test } from "#e2e/fixtures.ts";

test("the settings are a plain form that keeps what was chosen", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("radio", { name: /^Short notice/ }).check();
  await page.getByRole("radio", { name: "Only with Ctrl, Shift or F6" }).check();
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page).toHaveURL(ruth.path);
  await page.locator("summary", { hasText: "Settings" }).click();
  await expect(page.getByRole("radio", { name: /^Short notice/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Only with Ctrl, Shift or F6" })).toBeChecked();
});
