import { expect } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";
import { type PlayedStream, test } from "#e2e/streams.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

/** The page's clock runs a second at a time, and no real time is lost between two looks: the reply keeps to the server's clock. */
const looks = { intervals: [50] };

test.use({ pace: "slow" });

test("ST04 a connection that drops is told within three seconds, comes back by itself and costs no word", async ({
  room,
  page,
  context,
  db,
  forgiven,
}) => {
  forgiven.push(/ERR_INTERNET_DISCONNECTED/);
  const ruth = await room("the-promised-raise");
  const reconnecting = page.locator("#composer-hint", { hasText: "Reconnecting…" });
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).toHaveText(/\w+ \w+/);
  await context.setOffline(true);
  await expect(reconnecting).toBeVisible({ timeout: 3_000 });
  await expect(ruth.stopButton, "the reply still runs").toBeVisible();
  await context.setOffline(false);
  await expect(reconnecting).toHaveCount(0);
  await expect(ruth.sendButton).toBeVisible({ timeout: 30_000 });
  const [stored] = await storedTurns(db, ruth.path);
  await expect(ruth.reply(1)).toHaveText(stored?.partner ?? "");
});

test("one that does not come back can be refreshed by hand, and its tries grow rarer", async ({
  room,
  page,
  streams,
  db,
  forgiven,
}) => {
  // Its clock runs a second at a time, and a slow machine takes long for each.
  test.setTimeout(180_000);
  forgiven.push(/ERR_|status of 502/);
  await page.clock.install();
  const ruth = await room("the-promised-raise");
  const refresh = page.getByRole("button", { name: "Refresh" });
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  await ruth.send(FIRST);
  streams.playedBy(({ breaks }) => breaks());
  const { breaks } = await stream.promise;
  breaks();
  await page.clock.runFor(1_500);
  await expect(page.locator("#composer-hint")).toContainText("Reconnecting…");
  await expect(refresh).toHaveCount(0);
  const soon = streams.asked;
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000);
      return refresh.count();
    }, looks)
    .toBe(1);
  expect(streams.asked - soon, "five tries, and no hammering").toBeLessThanOrEqual(5);

  // The network is back, and nobody has told the page.
  streams.playedBy(null);
  await refresh.click();
  await expect(refresh).toHaveCount(0);
  await expect(ruth.sendButton).toBeVisible({ timeout: 30_000 });
  const [stored] = await storedTurns(db, ruth.path);
  await expect(ruth.reply(1)).toHaveText(stored?.partner ?? "");
});

test("ST04 a connection that dies without a word is noticed by its silence", async ({
  room,
  page,
  streams,
}) => {
  await page.clock.install();
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  await ruth.send(FIRST);
  await stream.promise;
  const { asked } = streams;
  streams.playedBy(null);
  let seconds = 0;
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1_000);
        seconds += 1;
        return streams.asked;
      },
      { ...looks, timeout: 30_000 },
    )
    .toBe(asked + 1);
  // On a slow machine its one sign of life may reach the page late, and the silence begins with it.
  expect(seconds, "of silence").toBeLessThanOrEqual(30);
  await expect(ruth.reply(1)).toHaveText(/\w+/);
});
