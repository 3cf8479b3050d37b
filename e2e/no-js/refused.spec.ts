import { expect, test } from "#e2e/fixtures.ts";
import type { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";

const TOO_LONG = `It is about money, Ruth. ${"And again. ".repeat(400)}`.trim();

test("the browser itself asks for words where there are none", async ({ room, db }) => {
  const ruth = await room("the-promised-raise");
  await ruth.sendButton.click();
  await expect(ruth.box).toBeFocused();
  await expect(ruth.turns).toHaveCount(1);
  expect(await storedTurns(db, ruth.path)).toEqual([]);
});

test("an empty message that is posted all the same is a page that says so, with the form to go on", async ({
  room,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await skipBrowserChecks(ruth);
  await ruth.sendButton.click();
  await expect(ruth.alert).toContainText("There was nothing to send");

  await ruth.say("It is about money, and I know the timing is rotten.");
  expect(await storedTurns(db, ruth.path)).toHaveLength(1);
});

test("a blank message is as empty as none", async ({ room, db, forgiven }) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await ruth.send("   \n ");
  await expect(ruth.alert).toContainText("There was nothing to send");
  expect(await storedTurns(db, ruth.path)).toEqual([]);
});

test("a message that is too long comes back whole, and goes through once it is shorter", async ({
  room,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await ruth.send(TOO_LONG);
  await expect(ruth.alert).toContainText("a message may have 4,000");
  await expect(ruth.box).toHaveValue(TOO_LONG);
  expect(await storedTurns(db, ruth.path)).toEqual([]);

  await ruth.say(TOO_LONG.slice(0, 300));
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([
    TOO_LONG.slice(0, 300).trim(),
  ]);
});

/** Posts past the box's `required`, as a script or an old browser would. */
function skipBrowserChecks(room: Room): Promise<void> {
  return room.box.evaluate((box) => box.removeAttribute("required"));
}
