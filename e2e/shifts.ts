import type { Page } from "@playwright/test";

type Shift = { at: number; value: number };

declare global {
  interface Window {
    shifts?: Shift[];
  }
}

/** Runs in the page, before anything else does: notes each shift that no key or finger had caused. */
export function noteShifts(): void {
  const shifts: Shift[] = (window.shifts = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value = 0, hadRecentInput = false } = entry as { value?: number; hadRecentInput?: boolean };
      if (!hadRecentInput) shifts.push({ at: entry.startTime, value });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What came before is not asked about. */
export async function forgetShifts(page: Page): Promise<void> {
  await page.evaluate(() => void window.shifts?.splice(0));
}

/**
 * Cumulative layout shift as web.dev/cls defines it, since `noteShifts` ran or `forgetShifts` did: the largest sum of
 * shifts that follow each other within a second, in at most five.
 */
export async function shifted(page: Page): Promise<number> {
  const shifts = await page.evaluate(() => window.shifts);
  if (!shifts) throw new Error("the page was opened before anybody looked");
  let worst = 0;
  let burst = { began: 0, last: 0, sum: 0 };
  for (const { at, value } of shifts) {
    if (at - burst.last > 1_000 || at - burst.began > 5_000) burst = { began: at, last: at, sum: 0 };
    burst = { ...burst, last: at, sum: burst.sum + value };
    worst = Math.max(worst, burst.sum);
  }
  return worst;
}
