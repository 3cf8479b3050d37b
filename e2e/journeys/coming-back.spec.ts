import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const MISSING = "There is nothing at this address";

test(
  "an open conversation waits on the start page, and Continue leads back to where it stood",
  { tag: "@phone" },
  async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    const reply = await ruth.reply(1).innerText();

    await page.getByRole("link", { name: "Leave; the conversation stays as it is" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome back");
    const waiting = page.getByRole("region", { name: "Continue" });
    await expect(waiting).toContainText(reply);
    await waiting.getByRole("link", { name: "Ask your manager for the raise you were promised" }).click();

    await expect(ruth.reply(1)).toHaveText(reply);
    await ruth.say("What would Colm need to see before he could say yes?");
    await expect(page.getByText("Turn 2 of about 10")).toBeVisible();
  },
);

test("an ended conversation moves from Continue to the past ones, with what the learner says of its end", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.end();
  await page.getByRole("button", { name: "We did not agree" }).click();
  await expect(page.getByRole("heading", { name: "You did not agree, this time." })).toBeVisible();

  await page.getByRole("link", { name: "Conversation Coach" }).click();
  await expect(page.getByRole("region", { name: "What you have practised" })).toContainText("Not agreed");
  await expect(page.getByRole("region", { name: "Continue" })).toHaveCount(0);
});

test("ending before a word was said asks first, and it can be practised again at once", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await expect(ruth.endButton).toHaveCount(0);
  await ruth.end();
  await expect(page.getByRole("heading", { name: "You ended the conversation." })).toBeVisible();

  await page.getByRole("button", { name: "Practise it again" }).click();
  await expect(ruth.box).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(ruth.path);
});

test("somebody else's conversation is the page of an address that does not exist", async ({
  room,
  stranger,
  invite,
  site,
  forgiven,
}) => {
  forgiven.push(/status of 404/);
  const ruth = await room("the-promised-raise");
  await stranger.request.post(await invite(), { headers: { Origin: site } });

  expect((await stranger.goto(ruth.path))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(MISSING);
  expect(await stranger.content()).not.toContain("Ruth");

  expect((await stranger.goto("/nowhere"))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(MISSING);
  await stranger.getByRole("link", { name: "Back to the start" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Good that you are here");
});

test("a visitor without invitation is told how to get in, and reads the scenarios meanwhile", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Ask your manager for the raise you were promised" }).click();
  await page.getByRole("button", { name: "Start the conversation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an open conversation is met at its last words, an ended one at its beginning", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  for (const line of ["It is about my pay.", "You said forty-six in April.", "When could it be?"])
    await ruth.say(line);
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(ruth.path);
  await expect(ruth.reply(3)).toBeInViewport();
  await ruth.end();
  await page.goto(ruth.path);
  await ruth.page.waitForLoadState("networkidle");
  await expect(ruth.reply(0)).toBeInViewport();
  await expect(page.getByRole("link", { name: "Read the review" })).toBeInViewport();
});
