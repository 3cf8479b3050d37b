import { expect, test } from "#e2e/fixtures.ts";

const LIGHT = "rgb(249, 247, 242)";
const DARK = "rgb(24, 23, 21)";

test("a theme is chosen in place, kept, and given back to the system", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/scenarios/the-loan?from=here");
  await page.getByText("Hard", { exact: true }).click();
  const paper = page.locator("html");
  await expect(paper).toHaveCSS("background-color", LIGHT);

  const dark = page.getByRole("button", { name: "Dark" });
  await dark.click();
  await expect(paper).toHaveCSS("background-color", DARK);
  await expect(dark).toHaveAttribute("aria-pressed", "true");
  // The same page, with what had been chosen on it.
  await expect(page).toHaveURL(`${site}/scenarios/the-loan?from=here`);
  await expect(page.getByRole("radio", { name: "Hard" })).toBeChecked();

  await page.reload();
  await expect(paper).toHaveCSS("background-color", DARK);
  await page.getByRole("button", { name: "System" }).click();
  await expect(paper).toHaveCSS("background-color", LIGHT);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(paper).toHaveCSS("background-color", DARK);
});

test("the room wears the theme that was chosen elsewhere", async ({ guest, room }) => {
  await guest.emulateMedia({ colorScheme: "light" });
  await guest.goto("/");
  await guest.getByRole("button", { name: "Dark" }).click();
  await expect(guest.locator("html")).toHaveCSS("background-color", DARK);
  await room("the-promised-raise");
  await expect(guest.locator("html")).toHaveCSS("background-color", DARK);
});
