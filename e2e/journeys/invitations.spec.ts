import { eq, sql } from "drizzle-orm";
import { hashToken } from "#app/features/invitations/invitation-token.server.ts";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { expect, test } from "#e2e/fixtures.ts";

test("an invitation says who sends it, what for, how long it takes and is open, and what is stored; and has one button", async ({
  page,
  invite,
}) => {
  await page.goto(await invite({ days: 14, tokens: 50_000 }));
  const sheet = page.getByRole("main");
  for (const fact of [
    "From Grace",
    "One hard conversation at a time, of your choice",
    "About 10 to 15 minutes and ten turns",
    "About 35 turns",
    /For 14 more days, until \d{1,2} \w+ \d{4}/,
    "A cookie that knows you again",
    "Whoever invited you sees how much you practised, never what was said.",
    "not therapy",
  ])
    await expect(sheet).toContainText(fact);
  await expect(sheet.getByRole("button")).toHaveCount(1);
});

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

test("an invitation that was withdrawn, or belongs to an earlier start, says so and what to do", async ({
  page,
  invite,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 410/);
  const withdrawn = await invite();
  await mark(db, withdrawn, { revokedAt: sql`clock_timestamp()` });
  expect((await page.goto(withdrawn))?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation was withdrawn");
  await expect(page.getByText("They can send you another one.")).toBeVisible();

  const earlier = await invite();
  await mark(db, earlier, { closedAt: sql`clock_timestamp()` });
  expect((await page.goto(earlier))?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation takes nobody new");
  await expect(page.getByText("Use the newest link it printed.")).toBeVisible();
});

test("whoever already practises by another invitation is told what a second one would cost", async ({
  guest,
  invite,
}) => {
  await guest.goto(await invite());
  await expect(guest.getByText("what you have practised so far cannot be reached from here")).toBeVisible();
  await guest.getByRole("link", { name: "Go on with that instead" }).click();
  await expect(guest).toHaveURL("/");
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

/** Past the pages, which cannot do it yet. */
async function mark(
  db: Database,
  link: string,
  change: Partial<Record<"revokedAt" | "closedAt", ReturnType<typeof sql>>>,
) {
  const tokenHash = hashToken(link.replace("/invite/", ""));
  await db.update(invitations).set(change).where(eq(invitations.tokenHash, tokenHash));
}
