import { expect, test } from "#e2e/fixtures.ts";

test("a theme is chosen on any page and leads back to it", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/scenarios/the-loan");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page).toHaveURL(`${site}/scenarios/the-loan`);
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(24, 23, 21)");
  await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");
});
