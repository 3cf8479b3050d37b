import type { Page } from "@playwright/test";

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var toldByRegions: string[];
}

/**
 * Writes down, from the next page load on, what a screen reader would be told without looking: every text a live region
 * comes to hold after it has been there, and alerts also when they come with their words. In order, each with its role.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.toldByRegions = [];
    const before = new Map<Element, string>();
    const hear = () => {
      for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
        if (region.getAttribute("aria-live") === "off") continue;
        const role = region.getAttribute("role") ?? region.getAttribute("aria-live");
        const text = (region.textContent ?? "").trim();
        const known =
          before.get(region) ?? (role === "alert" && document.readyState !== "loading" ? "" : text);
        before.set(region, text);
        if (text !== "" && text !== known) window.toldByRegions.push(`${role}: ${text}`);
      }
    };
    new MutationObserver(hear).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** Everything told on this page so far. */
export function told(page: Page): Promise<string[]> {
  return page.evaluate(() => window.toldByRegions);
}
