import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";

/** Ours for the room; what counts as good on the web at large is 0.1 (web.dev/cls). */
const LAYOUT_SHIFT = 0.02;

test.use({ pace: "unhurried" });

test("nothing on the page jumps while partner and coach stream side by side @phone", async ({
  page,
  room,
}) => {
  await page.addInitScript(sumShifts);
  // Its coach writes alongside the partner.
  const farid = await room("no-to-the-deadline");
  await farid.say("Farid, I have seen the test results. We will not make 3 March.");
  await farid.box.fill("Two of the fourteen clinics lose records when they sync, and I will not ship that.");
  // The box grows with what is written, which nobody calls a jump; to the browser no key was pressed.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  await page.evaluate(() => void (window.shifted = 0));
  await farid.sendButton.click();
  await expect(farid.reply(2)).not.toBeEmpty();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(2);
  await farid.untilAnswered(2);
  expect(await shifted(page)).toBeLessThanOrEqual(LAYOUT_SHIFT);
});

declare global {
  interface Window {
    shifted?: number;
  }
}

/** Runs in the page, before anything else does: the plain sum of all shifts, which is never less than the score of any window of them. */
function sumShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value = 0, hadRecentInput = false } = entry as { value?: number; hadRecentInput?: boolean };
      if (!hadRecentInput) window.shifted = (window.shifted ?? 0) + value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function shifted(page: Page): Promise<number> {
  const sum = await page.evaluate(() => window.shifted);
  if (sum === undefined) throw new Error("the page was opened before anybody looked");
  return sum;
}
