import { makeAdmin } from "#e2e/admin.ts";
import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

test("taking everything away, deleting one conversation and deleting everything are links and plain forms", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();
  await page.goto("/account");
  await expect(page.getByRole("link", { name: "Download as data (.json)" })).toHaveAttribute(
    "href",
    "/account/export.json",
  );
  await page.getByRole("link", { name: /^Delete “/ }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page).toHaveURL("/conversations");
  await expect(page.getByText("You have not practised anything yet")).toBeVisible();

  await page.goto("/account/erasure");
  await page.getByRole("button", { name: "Delete everything now" }).click();
  await expect(page.getByRole("heading", { name: "Everything of yours is deleted" })).toBeVisible();
});

test("the usage page and its ceiling are a plain form that keeps what was typed", async ({
  guest,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  await makeAdmin(guest, db);
  await guest.goto("/admin/usage");
  const amount = guest.getByLabel("Weighted tokens a day");
  await amount.fill("plenty");
  await guest.getByRole("button", { name: "Save" }).click();
  await expect(guest.getByRole("alert")).toContainText("Write a whole number");
  await expect(amount).toHaveValue("plenty");
  await amount.fill("2,500,000");
  await guest.getByRole("button", { name: "Save" }).click();
  await expect(guest.getByText("Saved.")).toBeVisible();
});
