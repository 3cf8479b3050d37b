import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";
import { signInAs } from "#e2e/signed-in.ts";

const LINK = /\/invite\/[\w-]{43}$/;

test("an administrator makes an invitation, copies its link once, sees who came, and takes it back", async ({
  page,
  stranger,
  db,
  site,
  forgiven,
}) => {
  forgiven.push(/status of (410|400)/);
  await signInAs(page, { db, site, role: "ADMIN" });
  const who = `From the course of ${Date.now()}`;
  await page.goto("/admin/invitations");
  await openForm(page);
  await page.getByLabel("Who it is from").fill(who);
  await page.getByLabel("A note to the guest").fill("Start with the loan, as we said.");
  await page.getByLabel("What they should practise").selectOption({ index: 1 });
  await page.getByLabel("Places").fill("many");
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("link", { name: /^A whole number of places/ })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "No invitation was made" })).toBeFocused();
  await expect(page.getByLabel("Who it is from")).toHaveValue(who);
  await page.getByLabel("Places").fill("2");
  await page.getByRole("button", { name: "Make the invitation" }).click();

  const field = page.getByLabel("Invitation link", { exact: true });
  await expect(field).toHaveValue(LINK);
  await expect(page.getByRole("img", { name: "QR code of the invitation link" })).toBeVisible();
  const link = new URL(await field.inputValue()).pathname;
  await page.reload();
  await expect(page.getByText("The link was shown once")).toBeVisible();
  await expect(field).toHaveCount(0);

  await stranger.goto(link);
  await expect(stranger.getByText("Start with the loan, as we said.")).toBeVisible();
  await stranger.getByRole("button", { name: "Start practising" }).click();
  await stranger.getByRole("button", { name: "Start it now" }).click();
  await expect(stranger, "one press on the start page leads into the room").toHaveURL(/\/conversation\//);

  await page.reload();
  await expect(page.getByText("1 of 2 places")).toBeVisible();
  await page.locator("summary", { hasText: "Withdraw this invitation" }).click();
  await expect(
    page.getByText("This ends the practice of one guest at once, with one conversation open"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Withdraw this invitation" }).click();
  await expect(page.getByText("Withdrawn")).toBeVisible();
  await stranger.reload();
  await expect(stranger).toHaveURL(/\/login/);
  expect((await stranger.goto(link))?.status()).toBe(410);

  await page.getByRole("link", { name: "All invitations" }).click();
  await page.getByLabel("State").selectOption({ label: "Withdrawn" });
  await page.getByLabel("Called").fill(who);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("One invitation", { exact: true })).toBeVisible();
});

test("presets are made, put first, changed and deleted", async ({ page, db, site }) => {
  await signInAs(page, { db, site, role: "ADMIN" });
  await page.goto("/admin/presets");
  const name = `Taster ${Date.now()}`;
  const fresh = page.getByRole("main").locator("form").last();
  await fresh.getByLabel("Name").fill(name);
  await fresh.getByLabel("Tokens").fill("5000");
  await fresh.getByRole("button", { name: "Make it" }).click();
  const remove = page.locator("summary", { hasText: `Delete ${name}` });
  await expect(remove).toBeVisible();
  await page.getByRole("button", { name: `Up ${name}` }).click();
  await expect(page.getByRole("button", { name: `Down ${name}` })).toBeVisible();
  await remove.click();
  await page.getByRole("button", { name: `Delete “${name}” now` }).click();
  await expect(remove).toHaveCount(0);
});

test.describe("for all", () => {
  test.describe.configure({ timeout: 240_000 });

  test("the pages of who invites, empty, refused, with a fresh link, and with a list", async ({
    page,
    db,
    site,
    forgiven,
  }) => {
    forgiven.push(/status of 400/);
    await signInAs(page, { db, site, role: "POWER_USER" });
    await page.goto("/admin/invitations");
    await expectGoodForAll(page);
    await page.getByLabel("Who it is from").fill("Ada");
    await page.getByLabel("Places").fill("0");
    await page.getByRole("button", { name: "Make the invitation" }).click();
    await expect(page.getByRole("link", { name: /^A whole number of places/ })).toBeVisible();
    await expectGoodForAll(page);
    await page.getByLabel("Places").fill("1");
    await page.getByRole("button", { name: "Make the invitation" }).click();
    await expect(page.getByLabel("Invitation link", { exact: true })).toBeVisible();
    await page.locator("summary", { hasText: "Withdraw" }).click();
    await expectGoodForAll(page);
    await page.goto("/admin/invitations?state=open");
    await expectGoodForAll(page);
  });

  test("the page of presets, and an invitation as somebody with an account sees it", async ({
    page,
    db,
    site,
    invite,
  }) => {
    await signInAs(page, { db, site, role: "ADMIN" });
    await page.goto("/admin/presets");
    await expectGoodForAll(page);
    await page.goto(await invite());
    await expect(page.getByRole("button", { name: "Add it to my budget" })).toBeVisible();
    await expectGoodForAll(page);
  });

  test("what a guest is asked at the end of a conversation", async ({ room, page }) => {
    const partner = await room("the-loan");
    await partner.end();
    await expect(page.getByRole("heading", { name: "Keep what you have practised" })).toBeVisible();
    await expectGoodForAll(page);
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(page.getByRole("heading", { name: "Keep what you have practised" })).toHaveCount(0);
  });
});

async function openForm(page: Page): Promise<void> {
  const label = page.getByLabel("Who it is from");
  if (!(await label.isVisible())) await page.locator("summary", { hasText: "Make an invitation" }).click();
}
