import { expect, test } from "#e2e/fixtures.ts";
import { signInAs } from "#e2e/signed-in.ts";

test("plain forms make an invitation from one's own budget, show its link once, bring a guest in, and take it back", async ({
  page,
  stranger,
  db,
  site,
  forgiven,
}) => {
  forgiven.push(/status of (400|410)/);
  await signInAs(page, { db, site, role: "POWER_USER" });
  await page.goto("/admin/invitations");
  await expect(page.getByText("in which there are 500,000 tokens")).toBeVisible();
  await page.getByLabel("Who it is from").fill("From Grace");
  await page.getByLabel("Places").fill("200");
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByText("these places need 5,000,000 tokens")).toBeVisible();
  await page.getByLabel("Places").fill("2");
  await page.getByRole("button", { name: "Make the invitation" }).dblclick();

  const link = new URL(await page.getByLabel("Invitation link", { exact: true }).inputValue()).pathname;
  await page.reload();
  await expect(page.getByText("The link was shown once")).toBeVisible();
  await page.getByRole("link", { name: "All invitations" }).click();
  await expect(page.getByText("One invitation", { exact: true }), "two presses made one").toBeVisible();
  await page.locator("summary", { hasText: "Make an invitation" }).click();
  await expect(page.getByText("in which there are 450,000 tokens")).toBeVisible();

  await stranger.goto(link);
  await stranger.getByRole("button", { name: "Start practising" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Good that you are here");

  await page.getByRole("link", { name: /From Grace/ }).click();
  await page.locator("summary", { hasText: "Withdraw this invitation" }).click();
  await page.getByRole("button", { name: "Withdraw this invitation" }).click();
  await expect(page.getByText("Withdrawn")).toBeVisible();
  await stranger.goto("/conversations");
  await expect(stranger).toHaveURL(/\/login/);
  await page.goto("/admin/invitations");
  await page.locator("summary", { hasText: "Make an invitation" }).click();
  await expect(
    page.getByText("in which there are 500,000 tokens"),
    "nobody has practised by it",
  ).toBeVisible();
});
