import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";

test("a message that is sent comes back with both replies, whole, at its turn", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.send(FIRST);
  await ruth.send(SECOND);
  await expect(page).toHaveURL(`${ruth.path}#turn-2`);
  const stored = (await storedTurns(db, ruth.path)).at(-1);
  await expect(ruth.reply(2)).toHaveText(stored?.partner ?? "");
  await expect(ruth.note(2)).toContainText((stored?.coach ?? "").slice(-40));
});
