import { expect, test } from "#e2e/fixtures.ts";

test("without a network the page says so and stays, whatever is pressed, until the network is back", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  const card = page.getByRole("link", { name: "Ask your brother for the money you lent him" });
  await card.click();
  await expect(card).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await card.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Ask your brother for the money you lent him",
  );
});

test("a page that is slow to come is announced by a line along the top", async ({ page }) => {
  await page.goto("/");
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/scenarios\/the-loan\.data/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "Ask your brother for the money you lent him" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  come();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Ask your brother for the money you lent him",
  );
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("a button whose form is under way takes no second press", async ({ page, invite }) => {
  await page.goto(await invite());
  let posts = 0;
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/invite\/.*\.data/, async (route) => {
    posts += 1;
    await held;
    await route.continue();
  });
  const start = page.getByRole("button", { name: "Start practising" });
  await start.click();
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await start.click({ force: true });
  await start.press("Enter");
  come();
  await expect(page.getByRole("heading", { name: /rehearse|practise/i }).first()).toBeVisible();
  expect(posts).toBe(1);
});
