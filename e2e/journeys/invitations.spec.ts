import { expect, test } from "#e2e/fixtures.ts";

test(
  "looking at an invitation takes no seat; accepting it does, and the browser is known from then on",
  { tag: "@phone" },
  async ({ page, stranger, invite }) => {
    const link = await invite({ seats: 1 });
    expect((await stranger.goto(link))?.status()).toBe(200);
    await page.goto(link);
    await expect(page.getByText("From Grace")).toBeVisible();
    await page.getByRole("button", { name: "Start practising" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Good that you are here");

    await page.goto(link);
    await expect(page, "who came by it is not asked again").toHaveURL("/");
  },
);

test("an invitation whose last seat is taken says so, also to whoever had the page open", async ({
  page,
  stranger,
  invite,
  forgiven,
}) => {
  forgiven.push(/status of 410/);
  const link = await invite({ seats: 1 });
  await stranger.goto(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Start practising" }).click();
  await page.waitForURL("/");

  await stranger.getByRole("button", { name: "Start practising" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "Every place on this invitation is taken",
  );
  expect((await stranger.goto(link))?.status()).toBe(410);
  await expect(stranger.getByText("Ask the person who sent it for a link of your own.")).toBeVisible();
});

test("an invitation that has run out says what to do", async ({ page, invite, forgiven }) => {
  forgiven.push(/status of 410/);
  expect((await page.goto(await invite({ days: -1 })))?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation has run out");
  await expect(page.getByText("Ask the person who sent it for a new link.")).toBeVisible();
});

test("a link that leads to no invitation says that it may have broken on the way", async ({
  page,
  forgiven,
}) => {
  forgiven.push(/status of 404/);
  expect((await page.goto("/invite/half-a-lin"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link leads to no invitation");
  await page.getByRole("link", { name: "See what can be practised" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Practise the conversation you keep putting off",
  );
});
