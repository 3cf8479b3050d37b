import { expect, test } from "#e2e/fixtures.ts";
import { longTalk } from "#e2e/long-talk.ts";

test("probe", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  console.log(await page.locator("body").ariaSnapshot());
  await longTalk(page.request, ruth.path, 3);
  await ruth.open();
  console.log(await page.locator("body").ariaSnapshot());
  await page.setViewportSize({ width: 390, height: 844 });
  console.log(await page.locator("body").ariaSnapshot());
  await page.locator("summary", { hasText: "Settings" }).click();
  console.log(await page.getByRole("banner").ariaSnapshot());
  await expect(page).toHaveURL(/./);
});
