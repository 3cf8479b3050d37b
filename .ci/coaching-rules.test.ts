import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectShown, rowsOf } from "./shown-by.ts";

const rows = rowsOf(readFileSync("docs/coaching-rules.md", "utf8"), /^\| id \|/);
const ids = rows.map(([id = ""]) => id);

test("every rule of both lists is there, its statements counted from 1, and so is what else was asked for", () => {
  const counted = ids.filter((id) => !id.startsWith("D"));
  const rules = [...new Set(counted.map((id) => id.split(".")[0]))];
  // As many as there are in either list of product.md.
  expect(rules).toEqual([...numbered("P", 7), ...numbered("C", 9)]);
  for (const rule of rules) {
    const statements = counted.filter((id) => id.startsWith(`${rule}.`));
    expect(statements).toEqual(statements.map((_, at) => `${rule}.${at + 1}`));
  }
  expect(ids.filter((id) => id.startsWith("D"))).toEqual(numbered("D", 20));
});

test.each(rows)("%s %s is held for both models, and shown by tests that exist", (...cells) => {
  expect(cells).toHaveLength(5);
  for (const cell of cells) expect(cell).not.toBe("");
  expectShown(cells[4] ?? "", /^No test: \S/);
});

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}
