import { expect, test } from "#e2e/fixtures.ts";
import { expectGood, expectGoodForAll, LOOKS, wear } from "#e2e/good-for-all.ts";

// Each state is looked at in both themes and at two widths.
test.describe.configure({ timeout: 240_000 });

const FIRST = "In April you told me we would get my pay there by the summer.";
const INSULT = "You're a liar and you know it. Pay me or I walk out tonight.";

test("the landing page, a scenario and the sign-in page", async ({ page }) => {
  await page.goto("/");
  await expectGoodForAll(page);
  await page.goto("/scenarios/the-promised-raise");
  await expectGoodForAll(page);
  await page.goto("/login?returnTo=/scenarios/the-promised-raise");
  await expectGoodForAll(page);
});

test("an invitation in each of its states", async ({ page, stranger, invite, site, forgiven }) => {
  forgiven.push(/status of (404|410)/);
  const link = await invite();
  await page.goto(link);
  await expectGoodForAll(page);
  await stranger.request.post(link, { headers: { Origin: site } });
  for (const gone of [link, await invite({ days: -1 }), "/invite/nobody"]) {
    await page.goto(gone);
    await expectGoodForAll(page);
  }
});

test("the page of an address that does not exist", async ({ page, forgiven }) => {
  forgiven.push(/status of 404/);
  await page.goto("/nowhere");
  await expectGoodForAll(page);
});

test("the start page of a guest, before and after practising", async ({ guest, room }) => {
  await guest.goto("/");
  await expectGoodForAll(guest);
  const ended = await room("dads-car-keys");
  await ended.end();
  await (await room("the-promised-raise")).say(FIRST);
  await guest.goto("/");
  await expect(guest.getByRole("region", { name: "Continue" })).toBeVisible();
  await expect(guest.getByRole("region", { name: "What you have practised" })).toBeVisible();
  await expectGoodForAll(guest);
});

test("the room: fresh, asked to end, with a refused message, with notes, and ended", async ({
  room,
  page,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await expectGoodForAll(page);

  await page.locator("summary", { hasText: "End practice" }).click();
  await expectGoodForAll(page);
  await page.keyboard.press("Escape");

  await ruth.say(FIRST);
  await ruth.say("You always do this, Ruth. You promised me money and you did nothing for six months.");
  await expect(ruth.note(2)).toBeVisible();
  await ruth.send("a".repeat(4001));
  await expect(ruth.alert).toBeVisible();
  await expectGoodForAll(page);

  await ruth.end();
  await page.goto(ruth.path);
  await expect(page.getByText("Ended after 2 turns")).toBeVisible();
  await expectGoodForAll(page);
});

test("the review of a conversation, and the list of all, empty and not", async ({ guest, room }) => {
  await guest.goto("/conversations");
  await expectGoodForAll(guest);
  const untouched = await room("dads-car-keys");
  await untouched.end();
  await expectGoodForAll(guest);
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say("You always do this, Ruth. You promised me money and you did nothing for six months.");
  await ruth.end();
  await guest.getByRole("link", { name: "Show me the coach’s view" }).click();
  await expect(guest.getByRole("figure").getByRole("blockquote")).toBeVisible();
  await expectGoodForAll(guest);
  await room("the-loan");
  await guest.goto("/conversations");
  await expect(guest.getByText("In progress")).toBeVisible();
  await expectGoodForAll(guest);
});

test("a budget that is used up, and a second invitation", async ({ page, invite, site }) => {
  await page.request.post(await invite({ tokens: 1_000 }), { headers: { Origin: site }, maxRedirects: 0 });
  const started = await page.request.post("/scenarios/the-loan", {
    headers: { Origin: site },
    maxRedirects: 0,
  });
  for (const path of [started.headers()["location"] ?? "", "/scenarios/the-loan", "/", await invite()]) {
    await page.goto(path);
    await expectGoodForAll(page);
  }
});

test("the brief, the settings and the list of shortcuts, opened in the room", async ({ room, page }) => {
  await room("the-promised-raise");
  await page.locator("summary", { hasText: "Brief" }).click();
  await expectGoodForAll(page);
  await page.locator("summary", { hasText: "Settings" }).click();
  await expectGoodForAll(page);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectGoodForAll(page);
});

test("the room while the partner offers to leave it there", async ({ room, page }) => {
  // The fourth ends it.
  const ruth = await room("the-promised-raise", { after: Array<string>(4).fill(INSULT) });
  await expect(ruth.proposal).toBeVisible();
  await expectGoodForAll(page);
});

test.describe("while words come in", () => {
  test.use({ pace: "unhurried" });

  test("the room with a reply on its way, and with one that was stopped", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    for (const [index, look] of LOOKS.entries()) {
      await wear(page, look);
      await ruth.send("What would Colm need to see before he could say yes?");
      await expect(ruth.turn(index + 2)).toBeVisible();
      await expect(ruth.stopButton).toBeVisible();
      await expectGood(page, look);
      // The coach may go on writing meanwhile.
      await expect(ruth.sendButton).toBeVisible();
    }
    await ruth.send("What would you need yourself?");
    await expect(ruth.turn(LOOKS.length + 2)).toBeVisible();
    await ruth.stopButton.click();
    await expect(page.getByText("You stopped this reply.", { exact: true })).toBeVisible();
    await expectGoodForAll(page);
  });
});
