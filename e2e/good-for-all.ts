import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const NARROW_PX = 320;
const WIDE_PX = 1280;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Look = { colorScheme: "light" | "dark"; width: number; rules: "all" | "all but colours" | "colours" };

/**
 * Colours take most of the time, and every pair of them in both schemes has a test of its own (`app/ui/contrast.test.ts`): one look
 * in each scheme, at either width, finds what stands on a colour it does not belong on.
 */
export const LOOKS: Look[] = [
  { colorScheme: "light", width: NARROW_PX, rules: "all" },
  { colorScheme: "light", width: WIDE_PX, rules: "all but colours" },
  { colorScheme: "dark", width: WIDE_PX, rules: "colours" },
];

const colourRules = ["color-contrast", "link-in-text-block"];

/** On the narrowest screen and on a wide one, and there in both colour schemes. */
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
  const chosen = { rules: look.rules, colourRules };
  expect.soft(await page.evaluate(violations, chosen), where).toEqual([]);
  expect.soft(await page.evaluate(beyondTheEdge), where).toEqual([]);
}

/** Runs in the page: what breaks one of these rules. What breaks none is not written down: that takes most of the time. */
async function violations(chosen: { rules: Look["rules"]; colourRules: string[] }): Promise<string[]> {
  const { rules, colourRules: ofColours } = chosen;
  const off = Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }]));
  const found = await window.axe.run({
    resultTypes: ["violations"],
    ...(rules === "colours" && { runOnly: { type: "rule", values: ofColours } }),
    ...(rules === "all but colours" && { rules: off }),
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
