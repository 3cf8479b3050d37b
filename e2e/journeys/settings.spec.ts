import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";
import { listen, told } from "#e2e/told.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
const THIRD = "What would Colm need to see before he could say yes?";

test("how much is told of replies is chosen in the settings, holds at once, and is kept", async ({
  room,
  page,
  db,
}) => {
  await listen(page);
  const ruth = await room("the-promised-raise");
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("radio", { name: /^Short notice/ }).check();
  await ruth.say(FIRST);
  await expect.poll(() => told(page)).toEqual(["status: Ruth is replying", "status: Ruth has replied."]);

  await page.reload();
  await ruth.ready();
  await ruth.say(SECOND);
  await expect
    .poll(() => told(page))
    .toEqual(["status: Ruth is replying", "status: Ruth has replied.", "status: The coach has left a note."]);

  await page.locator("summary", { hasText: "Settings" }).click();
  await expect(page.getByRole("radio", { name: /^Short notice/ })).toBeChecked();
  await page.getByRole("radio", { name: /^Off/ }).check();
  await ruth.say(THIRD);
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("radio", { name: /^In full/ }).check();
  await ruth.say("And when would that be?");
  const last = (await storedTurns(db, ruth.path)).at(-1);
  await expect.poll(async () => (await told(page)).slice(3)).toContain(`status: Ruth: ${last?.partner}`);
  expect((await told(page)).slice(3, 5), "nothing was told of the turn before").toEqual([
    "status: Ruth is replying",
    `status: Ruth: ${last?.partner}`,
  ]);
});
