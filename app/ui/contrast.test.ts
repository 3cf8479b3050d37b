import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const tokens = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what one must see to operate a control. */
const AA_TEXT = 4.5;
const AA_CONTROL = 3;

const text = [
  ["ink", ["paper", "sheet", "margin", "pen-wash", "pencil-wash"]],
  ["ink-soft", ["paper", "sheet", "margin", "pen-wash"]],
  ["pen", ["paper", "sheet", "margin", "pen-wash"]],
  ["pen-deep", ["pen-wash"]],
  ["on-pen", ["pen", "pen-deep"]],
  ["pencil", ["paper", "sheet", "margin", "pencil-wash"]],
  ["alarm", ["paper", "sheet", "margin", "alarm-wash"]],
] as const;

const controls = [["control", ["paper", "sheet"]]] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(pairs(text))("%s is readable on %s", (front, back) => {
    expect(contrast(color(front, theme), color(back, theme))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  test.each(pairs(controls))("the edge %s can be seen on %s", (front, back) => {
    expect(contrast(color(front, theme), color(back, theme))).toBeGreaterThanOrEqual(AA_CONTROL);
  });
});

function pairs(table: readonly (readonly [string, readonly string[]])[]): [string, string][] {
  return table.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));
}

function color(name: string, theme: "light" | "dark"): string {
  const match = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  const hex = theme === "light" ? match?.[1] : match?.[2];
  if (!hex) throw new Error(`tokens.css has no six-digit colour "${name}"`);
  return hex;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, WCAG 2.2 glossary. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
