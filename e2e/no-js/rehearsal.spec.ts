import learners from "#e2e/fakes/learners/the-promised-raise.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";

/** A whole rehearsal. The partner may take a turn or two more to agree. */
const TURNS = 10;

test("ST28 plain forms lead from an invitation through ten turns to an agreement", async ({
  page,
  invite,
  db,
}) => {
  await page.goto(await invite());
  await page.getByRole("button", { name: "Start practising" }).click();
  await page.getByRole("link", { name: "Ask your manager for the raise you were promised" }).click();
  await page.getByRole("button", { name: "Start the conversation" }).click();
  const room = new Room(page, new URL(page.url()).pathname, { scripts: false });

  let turns = 0;
  for (const line of learners.skilled) {
    await room.send(line);
    turns += 1;
    await expect(page).toHaveURL(`${room.path}#turn-${turns}`);
    await expect(room.reply(turns), "the page comes back with the whole reply").not.toBeEmpty();
    await expect(room.onItsWay).toHaveCount(0);
    if (turns >= TURNS && (await room.proposal.isVisible())) break;
  }
  const stored = await storedTurns(db, room.path);
  expect(stored.map(({ learner }) => learner)).toEqual(learners.skilled.slice(0, turns));
  for (const { ordinal, partner } of stored) await expect(room.reply(ordinal)).toHaveText(partner);
  expect(await room.notes().count()).toBeGreaterThanOrEqual(TURNS / 2);

  await expect(room.proposal).toContainText("you have an agreement");
  await room.proposal.getByRole("button", { name: "Accept and end" }).click();
  await expect(page.getByRole("heading", { name: "You reached an agreement." })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("region", { name: "What you have practised" })).toContainText("Agreed");
});

test("the brief opens in place, and a conversation can be ended before a word was said", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await page.getByText("Brief", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "What has happened" })).toBeVisible();
  await page.getByText("Brief", { exact: true }).click();
  await ruth.end();
  await expect(page.getByRole("heading", { name: "You ended the conversation." })).toBeVisible();
});
