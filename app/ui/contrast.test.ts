import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decorativeEdges, edgePairs, textPairs } from "./color-pairs.ts";

const app = fileURLToPath(new URL("..", import.meta.url));
const tokens = readFileSync(join(app, "ui/tokens.css"), "utf8");
const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"))
  .map((file) => ({ file, source: readFileSync(join(app, file), "utf8") }));

const AA_TEXT = 4.5;
const AA_EDGE = 3;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(pairs(textPairs))("%s is readable on %s", (front, ground) => {
    expect(contrast(color(front, theme), color(ground, theme))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  test.each(pairs(edgePairs))("an edge in %s can be seen on %s", (front, ground) => {
    expect(contrast(color(front, theme), color(ground, theme))).toBeGreaterThanOrEqual(AA_EDGE);
  });
});

// What stands on what cannot be told from a class alone; axe looks at that in a browser (e2e/journeys/accessibility).
describe("the pairs measured are the pairs used", () => {
  test("no colour is used that is in no pair", () => {
    const grounds = new Set([...textPairs, ...edgePairs].flatMap(([, grounds]) => grounds));
    const known: Record<string, Set<string>> = {
      text: fronts(textPairs),
      bg: grounds,
      border: new Set([...fronts(edgePairs), ...decorativeEdges]),
      outline: fronts(edgePairs),
      stroke: new Set([...fronts(edgePairs), ...decorativeEdges]),
      fill: fronts(edgePairs),
    };
    const strange = sources.flatMap(({ file, source }) =>
      colorsIn(source)
        .filter(({ use, name }) => !known[use]?.has(name))
        .map(({ use, name }) => `${file}: ${use}-${name}`),
    );
    expect(strange).toEqual([]);
  });

  test("words that bring their own ground are a pair", () => {
    const listed = new Set(pairs(textPairs).map((pair) => pair.join(" on ")));
    const strange = sources.flatMap(({ file, source }) =>
      classLists(source)
        .flatMap(ownGrounds)
        .filter((pair) => !listed.has(pair))
        .map((pair) => `${file}: ${pair}`),
    );
    expect(strange).toEqual([]);
  });

  test("no pair is listed for a colour that is gone", () => {
    const names = [...pairs(textPairs), ...pairs(edgePairs)].flat();
    expect(names.filter((name) => !tokens.includes(`--color-${name}:`))).toEqual([]);
  });
});

function pairs(table: typeof textPairs): [string, string][] {
  return table.flatMap(([front, grounds]) => grounds.map((ground): [string, string] => [front, ground]));
}

function fronts(table: typeof textPairs): Set<string> {
  return new Set(table.map(([front]) => front));
}

/** Tailwind's classes that name a colour of ours, whatever they wait for (`hover:`, `lg:`). */
function colorsIn(source: string): { use: string; name: string }[] {
  const names = Array.from(tokens.matchAll(/--color-([a-z-]+): light-dark/g), ([, name = ""]) => name);
  const pattern = new RegExp(
    `(?<=[\\s"'\`:])(text|bg|border|outline|stroke|fill)(?:-[setbxy])?-(${names.toSorted(longestFirst).join("|")})(?![\\w-])`,
    "g",
  );
  return Array.from(source.matchAll(pattern), ([, use = "", name = ""]) => ({ use, name }));
}

function classLists(source: string): string[] {
  return Array.from(
    source.matchAll(/["'`]([^"'`\n]*\b(?:text|bg)-[^"'`\n]*)["'`]/g),
    ([, list = ""]) => list,
  );
}

/** `text-pen bg-sheet` → "pen on sheet"; a state's own ground (`hover:bg-…`) meets the words of that state, or the usual ones. */
function ownGrounds(list: string): string[] {
  const found = list.split(/\s+/).flatMap((name) => {
    const [, state = "", utility = ""] = /^(.*:)?([^:]+)$/.exec(name) ?? [];
    return colorsIn(` ${utility}`).map((color) => ({ ...color, state }));
  });
  const words = found.filter(({ use }) => use === "text");
  const grounds = found.filter(({ use }) => use === "bg");
  return grounds.flatMap((ground) => {
    const own = words.filter(({ state }) => state === ground.state);
    const met = own.length > 0 ? own : words.filter(({ state }) => state === "");
    return met.map((word) => `${word.name} on ${ground.name}`);
  });
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
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
