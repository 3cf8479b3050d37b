import type { Page } from "@playwright/test";

declare global {
  interface Window {
    shifted?: number;
  }
}

/** Runs in the page, before anything else does: the plain sum of all shifts, which is never less than the score of any window of them. */
export function sumShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value = 0, hadRecentInput = false } = entry as { value?: number; hadRecentInput?: boolean };
      if (!hadRecentInput) window.shifted = (window.shifted ?? 0) + value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What has moved under the reader's eyes since `sumShifts` began, or was set back to nothing. */
export async function shifted(page: Page): Promise<number> {
  const sum = await page.evaluate(() => window.shifted);
  if (sum === undefined) throw new Error("the page was opened before anybody looked");
  return sum;
}
