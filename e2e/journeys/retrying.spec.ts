import type { Locator } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { failLane, storedTurns } from "#e2e/stored.ts";
import { onNextPost } from "#e2e/posts.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "What would Colm need to see before he could say yes?";

test("a coach that fails leaves the partner's reply whole, and is asked again in its own lane", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const reply = await ruth.reply(2).innerText();
  await failLane(db, ruth.path, 2, "coach");
  await page.reload();
  await ruth.ready();

  await expect(ruth.reply(2)).toHaveText(reply);
  await expect(shown(page.getByText("The coach missed this turn."))).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Retry the reply" })).toHaveCount(0);
  await page.getByRole("button", { name: "Retry the coach’s note" }).click();
  await expect(ruth.note(2)).toBeVisible();
  await ruth.untilAnswered(2);

  const stored = await storedTurns(db, ruth.path);
  expect(stored.map(({ learner }) => learner)).toEqual([FIRST, SECOND]);
  expect(stored[1]?.partner, "nobody asked the partner again").toBe(reply);
  await expect(ruth.reply(2)).toHaveText(reply);
});

test("a partner that fails says why, and is asked again without the message being said twice", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const [, before] = await storedTurns(db, ruth.path);
  await failLane(db, ruth.path, 2, "partner");
  await page.reload();
  await ruth.ready();

  await expect(ruth.turn(2)).toContainText("No reply came: the language model did not answer.");
  await expect(ruth.note(2), "the note is what it was").toBeVisible();
  await page.getByRole("button", { name: "Retry the reply" }).click();
  await expect(ruth.reply(2)).not.toBeEmpty();
  await ruth.untilAnswered(2);

  await expect(ruth.turns).toHaveCount(3);
  await expect(ruth.said(2)).toHaveText(SECOND);
  const stored = await storedTurns(db, ruth.path);
  expect(stored.map(({ learner }) => learner)).toEqual([FIRST, SECOND]);
  expect(stored[1]?.coach).toBe(before?.coach);
  await expect(ruth.reply(2)).toHaveText(stored[1]?.partner ?? "");
});

test("a Retry that is refused, or does not get through, says so beside itself", async ({
  room,
  page,
  context,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 409|ERR_FAILED/);
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await failLane(db, ruth.path, 1, "partner");
  await page.reload();
  await ruth.ready();
  const retry = page.getByRole("button", { name: "Retry the reply" });
  await onNextPost(page, "retry", (route) => route.abort());
  await retry.click();
  await expect(ruth.turn(1).getByRole("alert")).toContainText("did not get through");
  await expect(retry).toBeEnabled();

  const other = new Room(await context.newPage(), ruth.path);
  await other.open();
  await other.say(SECOND);
  await retry.click();
  await expect(ruth.turn(1).getByRole("alert")).toContainText("the conversation has gone on since");
});

test.describe("a reply that was stopped", () => {
  test.use({ pace: "slow" });

  test("can be asked again, and begins anew", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);
    await expect(ruth.reply(1)).toHaveText(/\w+ \w+/);
    await ruth.stopButton.click();
    await page.getByRole("button", { name: "Retry the reply" }).click();
    await expect(ruth.stopButton).toBeVisible();
    await expect(ruth.reply(1)).toHaveText(/\w+ \w+/);
    await expect(ruth.turn(1).getByText("You stopped this reply.")).toHaveCount(0);
    await expect(ruth.turns).toHaveCount(2);
  });
});

/** What is said of a note may stand twice, under the turn and in the coach's pane; one of them is shown. */
function shown(place: Locator): Locator {
  return place.filter({ visible: true });
}
