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

test.describe("replies that take longer than a browser should wait", () => {
  test.use({ pace: "slow" });

  test("come as far as they are after twenty seconds; for the note one looks again when one likes", async ({
    room,
    page,
    db,
  }) => {
    test.slow();
    const ruth = await room("the-promised-raise", { turns: 1 });
    await ruth.box.fill(SECOND);
    const asked = Date.now();
    // A click waits for the page it leads to.
    await ruth.sendButton.click({ timeout: 40_000 });
    await expect(page).toHaveURL(`${ruth.path}#turn-2`);
    expect(Date.now() - asked).toBeGreaterThan(19_000);
    await expect(ruth.reply(2)).toHaveText((await storedTurns(db, ruth.path)).at(-1)?.partner ?? "");
    await expect(page.locator('meta[http-equiv="refresh"]'), "what is typed meanwhile stays").toHaveCount(0);

    const lookAgain = page.getByRole("button", { name: "Look again" });
    await expect(async () => {
      if (await lookAgain.isVisible()) await lookAgain.click();
      // Between two pages there is nothing at all, not even something on its way.
      await expect(ruth.note(2)).toBeVisible();
      await expect(ruth.onItsWay).toHaveCount(0, { timeout: 100 });
    }).toPass({ timeout: 60_000 });
    const stored = (await storedTurns(db, ruth.path)).at(-1);
    await expect(ruth.note(2)).toContainText((stored?.coach ?? "").slice(-40));
  });
});
