import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { approveAtGoogle } from "#e2e/google-page.ts";

test.beforeEach(({ forgiven, google }) => {
  forgiven.push(new RegExp(`^asked another site: ${google}`), /status of 4\d\d/);
});

test("signing in with Google is plain forms, which the page's policy lets go there", async ({ page }) => {
  await page.goto("/conversations");
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Sign in with Google again" }).click();
  await approveAtGoogle(page);
  await expect(page).toHaveURL("/conversations");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("AU21 the owner's link, people and the audit are plain forms; the link works once", async ({
  page,
  stranger,
  db,
}) => {
  const name = `Grace ${crypto.randomUUID()}`;
  await stranger.goto("/login");
  await stranger.getByRole("button", { name: "Sign in with Google" }).click();
  await approveAtGoogle(stranger, { name });

  const link = `/owner/${await makeOwnerLink(db)}`;
  await page.goto(link);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/admin");
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("This link has ended");

  await page.goto("/admin/users");
  await page.getByLabel("Name, e-mail address or id").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name }).click();
  await page.getByLabel("Amount").fill("none");
  await page.getByLabel("Reason").fill("A workshop");
  await page.getByRole("button", { name: "Take" }).click();
  await expect(page.getByText("Write a whole number")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("A workshop");
  await page.getByLabel("Amount").fill("100");
  await page.getByRole("button", { name: "Take" }).click();
  await expect(page.getByText("The budget is changed.")).toBeVisible();
  await page.getByRole("radio", { name: /^User/ }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("The role is changed.")).toBeVisible();
  await page.goto("/admin/audit");
  await page.getByLabel("Deed").selectOption("role changed");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("now User").first()).toBeVisible();
});
