import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { approveAtGoogle } from "#e2e/google-page.ts";

test("the owner comes by the link, finds somebody, changes role and budget, shuts them out, and sees it in the audit", async ({
  page,
  stranger,
  db,
  google,
  forgiven,
}) => {
  forgiven.push(new RegExp(`^asked another site: ${google}`), /status of 400/);
  const name = `Ada ${crypto.randomUUID()}`;
  await stranger.goto("/login");
  await stranger.getByRole("button", { name: "Sign in with Google" }).click();
  await approveAtGoogle(stranger, { name });
  await expect(stranger.getByRole("button", { name: "Sign out" })).toBeVisible();

  await page.goto(`/owner/${await makeOwnerLink(db)}`);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Administration");
  await page.getByRole("banner").getByRole("link", { name: "Admin" }).waitFor();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^People Everyone/ })
    .click();
  await page.getByLabel("Name, e-mail address or id").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByRole("radio", { name: /^Power user/ }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByRole("status").getByText("The role is changed.")).toBeVisible();
  await page.getByLabel("Amount").fill("lots");
  await page.getByLabel("Reason").fill("A workshop");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Write a whole number from 1 to 10,000,000.")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("A workshop");
  await page.getByLabel("Amount").fill("5,000");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("status").getByText("The budget is changed.")).toBeVisible();
  await expect(page.getByText("505,000").first()).toBeVisible();

  await page.getByRole("button", { name: "Close this account" }).click();
  await expect(page.getByRole("button", { name: "Open this account again" })).toBeVisible();
  await stranger.goto("/conversations");
  await expect(stranger).toHaveURL("/login?returnTo=%2Fconversations");

  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Audit" }).click();
  await page.getByLabel("Deed").selectOption("account disabled");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Account disabled");
});
