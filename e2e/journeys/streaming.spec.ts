import { expect } from "#e2e/fixtures.ts";
import { type PlayedStream, test } from "#e2e/streams.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const DATA_POST = /\/conversation\/[^/]+\.data/;

// What is played here comes from the test; the reply behind it has to last longer than the test looks.
test.use({ pace: "slow" });

test("the partner is seen to answer in the very task that sends, long before the message has arrived", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const arrives = Promise.withResolvers<void>();
  await page.route(DATA_POST, async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await page.evaluate(() => {
    const shown = () =>
      document.querySelector("#turn-1")?.textContent?.includes("Ruth is answering") ?? false;
    // The next task comes long before 100 ms are over, on any machine that keeps up at all.
    const look = () => setTimeout(() => (window.answeringAtOnce = shown()));
    addEventListener("submit", look, { capture: true, once: true });
  });
  await ruth.send(FIRST);
  await expect(ruth.turn(1).getByText("Ruth is answering")).toBeVisible();
  expect(await page.evaluate(() => window.answeringAtOnce)).toBe(true);
  arrives.resolve();
});

test("the first word takes the place that was kept for it, and nothing jumps", async ({ room, streams }) => {
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  const reply = ruth.turn(1).getByRole("article").last();
  const place = () =>
    reply.evaluate((article) => {
      const { top, height } = article.getBoundingClientRect();
      return { top: top - (article.closest("li")?.getBoundingClientRect().top ?? 0), height };
    });
  await ruth.send(FIRST);
  const { says } = await stream.promise;
  await expect(reply).toContainText("Ruth is answering");
  const before = await place();
  says("Go");
  await expect(ruth.reply(1)).toHaveText("Go");
  expect(await place()).toEqual(before);
});

test("however fast words come, the page changes at most once a frame, and shows them all", async ({
  room,
  page,
  streams,
}) => {
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  await ruth.send(FIRST);
  const { says } = await stream.promise;
  says("Well. ");
  await expect(ruth.reply(1)).toHaveText("Well.");

  await page.evaluate(() => {
    window.changesInFrame = [0];
    const tick = () => {
      window.changesInFrame.push(0);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const log = document.querySelector("#turn-1");
    new MutationObserver(() => {
      window.changesInFrame[window.changesInFrame.length - 1]! += 1;
    }).observe(log!, { childList: true, characterData: true, subtree: true });
  });
  const words = Array.from({ length: 600 }, (_, index) => `w${index}`);
  for (const word of words) {
    says(`${word} `);
    // One packet each, about two in a millisecond.
    await new Promise((next) => setImmediate(next));
  }
  await expect(ruth.reply(1)).toHaveText(`Well. ${words.join(" ")}`);
  const changes = await page.evaluate(() => window.changesInFrame);
  expect(changes.reduce((sum, count) => sum + count)).toBeGreaterThan(1);
  // Where a frame ends and the end of the turn falls into it, there are two; words alone never make a second one.
  expect(Math.max(...changes)).toBeLessThanOrEqual(2);
  expect(changes.filter((count) => count > 1).length).toBeLessThanOrEqual(1);
});

test("what people and models write is text, and no mark of markdown flashes up in a note", async ({
  room,
  page,
  streams,
}) => {
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  await ruth.say(FIRST);
  streams.playedBy(stream.resolve);
  await ruth.send("What would have to be true for that to happen?");
  const { says, notes } = await stream.promise;
  says("<b>No</b>, I can't.");
  await expect(ruth.reply(2)).toHaveText("<b>No</b>, I can't.");
  for (const [delta, shown] of [
    ["*", /^[^*]*$/],
    ["*Ho", /Ho$/],
    ["ld**", /Hold$/],
    [" the *", /Hold the\s*$/],
    ["*silence", /Hold the silence$/],
  ] as const) {
    notes(delta);
    const note = page.locator("#note-2");
    await expect(note).toHaveText(shown);
    await expect(note).not.toContainText("*");
  }
});

test("ST05 a page that is not shown, and so never painted, takes the words in all the same", async ({
  room,
  page,
  streams,
}) => {
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await ruth.send(FIRST);
  (await stream.promise).says("Go on.");
  await expect.poll(() => page.locator("#turn-1").textContent()).toContain("Go on.");
});

test("a reply that says nothing for fifteen seconds takes longer than usual, and can be stopped", async ({
  room,
  page,
  streams,
}) => {
  await page.clock.install();
  const ruth = await room("the-promised-raise");
  const stream = Promise.withResolvers<PlayedStream>();
  streams.playedBy(stream.resolve);
  await ruth.send(FIRST);
  const { says } = await stream.promise;
  says("Well. ");
  await expect(ruth.reply(1)).toHaveText("Well.");
  const slow = page.locator("#composer-hint", { hasText: "Ruth is taking longer than usual" });
  await page.clock.runFor(12_000);
  await expect(slow).toHaveCount(0);
  await page.clock.runFor(4_000);
  await expect(slow).toBeVisible();
  await expect(ruth.stopButton).toBeEnabled();

  says("Go on.");
  await expect(ruth.reply(1)).toHaveText("Well. Go on.");
  await expect(slow).toHaveCount(0);
});

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var answeringAtOnce: boolean;
  // eslint-disable-next-line no-var -- As above.
  var changesInFrame: number[];
}
