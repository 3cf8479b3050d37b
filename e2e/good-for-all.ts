import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const NARROW_PX = 320;
const WIDE_PX = 1280;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Look = { colorScheme: "light" | "dark"; width: number };

export const LOOKS: Look[] = [NARROW_PX, WIDE_PX].flatMap((width) => [
  { colorScheme: "light", width },
  { colorScheme: "dark", width },
]);

const colourRules = ["color-contrast", "link-in-text-block"];

/** In both colour schemes, on the narrowest screen and on a wide one. */
export async function expectGoodForAll(page: Page): Promise<void> {
  for (const look of LOOKS) {
    await wear(page, look);
    await expectGood(page, look);
  }
}

export async function wear(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  // Without motion no colour is caught halfway.
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** Nothing that axe finds, and nothing that one would have to scroll sideways for. */
export async function expectGood(page: Page, look: Look): Promise<void> {
  const where = `${new URL(page.url()).pathname}, ${look.colorScheme}, ${look.width} px`;
  // Half a megabyte: it stays on the page until the next one.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // Light and dark differ in colours alone, so the rules about everything else need not look twice.
  const rules = look.colorScheme === "dark" ? colourRules : null;
  expect.soft(await page.evaluate(violations, rules), where).toEqual([]);
  expect.soft(await page.evaluate(beyondTheEdge), where).toEqual([]);
}

/** Runs in the page: what breaks a rule, of these or of all. What breaks none is not written down: that takes most of the time. */
async function violations(rules: string[] | null): Promise<string[]> {
  const found = await window.axe.run({
    resultTypes: ["violations"],
    ...(rules && { runOnly: { type: "rule", values: rules } }),
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Runs in the page: whatever reaches past the right edge of the screen, also where it is cut off instead of scrolled. */
function beyondTheEdge(): string[] {
  const edge = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth > edge ? ["the page scrolls sideways"] : [];
  const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const beyond = shown.filter((element) => element.getBoundingClientRect().right > edge + 1);
  return [...scrolls, ...beyond.map((element) => element.outerHTML.slice(0, 120))];
}
