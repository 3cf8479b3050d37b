import { randomUUID } from "node:crypto";
import { expect, test } from "#e2e/fixtures.ts";
import { approveAtGoogle } from "#e2e/google-page.ts";

test.beforeEach(({ forgiven, google }) => {
  forgiven.push(new RegExp(`^asked another site: ${google}`));
});

test(
  "RR18 somebody new signs in with Google on the way to a page, is there, and leaves nothing behind when they sign out",
  { tag: "@phone" },
  async ({ page }) => {
    await page.goto("/conversations");
    await expect(page.getByText("To go on to that page, come in first")).toBeVisible();
    await page.getByRole("button", { name: "Sign in with Google" }).click();
    await approveAtGoogle(page);
    await expect(page).toHaveURL("/conversations");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your conversations");

    const header = page.getByRole("banner");
    await expect(header.getByRole("link", { name: "Admin" })).toBeHidden();
    await header.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/");
    await expect(header.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goBack();
    await expect(page.getByText("You have not practised anything yet")).toBeHidden();
    await expect(page.getByRole("button", { name: "Sign in with Google" })).toBeVisible();
  },
);

test("AU11 two tabs sign in at once, and each comes to its own page", async ({ page, context }) => {
  const person = { sub: randomUUID() };
  const other = await context.newPage();
  await page.goto("/login?returnTo=/conversations");
  await other.goto("/login?returnTo=/scenarios/the-loan");
  for (const tab of [page, other]) await tab.getByRole("button", { name: "Sign in with Google" }).click();
  await approveAtGoogle(page, person);
  await approveAtGoogle(other, person);
  await expect(page).toHaveURL("/conversations");
  await expect(other).toHaveURL("/scenarios/the-loan");
  await expect(other.getByRole("button", { name: "Sign out" })).toBeVisible();
});

test("AU19 whoever turns back at Google is told so, and can begin anew from there", async ({ page }) => {
  await page.goto("/login?returnTo=/conversations");
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You did not sign in");
  await page.getByRole("button", { name: "Sign in with Google again" }).click();
  await approveAtGoogle(page);
  await expect(page).toHaveURL("/conversations");
});

test("RR02 a page of another site can do nothing in the name of who is signed in here", async ({
  guest,
  site,
  forgiven,
}) => {
  forgiven.push(/evil\.example/, /403/, /ERR_/);
  const statuses: number[] = [];
  guest.on("response", (response) => {
    if (response.request().method() === "POST") statuses.push(response.status());
  });
  const form = `<form method="post" action="${site}/logout"><button>A prize!</button></form>`;
  const script = `<script>fetch("${site}/logout", { method: "POST", mode: "no-cors", credentials: "include", headers: { "Content-Type": "text/plain" }, body: '{"everywhere":"yes"}' }).catch(() => {}).finally(() => (document.title = "Asked"))</script>`;
  await guest.route("http://evil.example/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>A prize</title>${form}${script}`,
    }),
  );
  await guest.goto("http://evil.example/");
  await expect(guest, "the script has asked, and was told nothing").toHaveTitle("Asked");
  await guest.getByRole("button").click();
  await expect(guest.getByText("That did not come from this site")).toBeVisible();
  expect(statuses).toContain(403);
  expect(statuses.filter((status) => status !== 403)).toEqual([]);
  await guest.goto("/conversations");
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Your conversations");
});

test("a guest who links Google after a conversation is back at its review, and keeps it", async ({
  room,
  page,
}) => {
  const partner = await room("the-loan");
  await partner.say("You still owe me the money, and I need it this year.");
  await partner.end();
  const review = page.url();
  await page.getByRole("button", { name: "Link a Google account" }).click();
  await approveAtGoogle(page);
  await expect(page).toHaveURL(review);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You ended the conversation.");
  await expect(page.getByRole("banner").getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/conversations");
  await expect(page.getByText("1 turn,")).toBeVisible();
});
