import { expect, test } from "#e2e/fixtures.ts";
import { forgetShifts, noteShifts, shifted } from "#e2e/shifts.ts";

/** Ours for the room; what counts as good on the web at large is 0.1 (web.dev/cls). */
const LAYOUT_SHIFT = 0.02;

test.use({ pace: "unhurried" });

test("nothing on the page jumps while partner and coach stream side by side @phone", async ({
  page,
  room,
}) => {
  await page.addInitScript(noteShifts);
  // Its coach writes alongside the partner.
  const farid = await room("no-to-the-deadline");
  await farid.say("Farid, I have seen the test results. We will not make 3 March.");
  await farid.box.fill("Two of the fourteen clinics lose records when they sync, and I will not ship that.");
  // The box grows with what is written, which nobody calls a jump; to the browser no key was pressed.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  await forgetShifts(page);
  await farid.sendButton.click();
  await expect(farid.reply(2)).not.toBeEmpty();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(2);
  await farid.untilAnswered(2);
  expect(await shifted(page)).toBeLessThanOrEqual(LAYOUT_SHIFT);
  await expect.poll(() => page.evaluate(whatMoves), "at rest nothing moves").toEqual([]);
});

/** Runs in the page: what is animated, with the element it is done to. */
function whatMoves(): string[] {
  return document.getAnimations().map(({ effect }) => {
    const moved = effect instanceof KeyframeEffect ? effect.target : null;
    return moved?.outerHTML.slice(0, 120) ?? "";
  });
}
