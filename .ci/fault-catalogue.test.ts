import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const catalogue = "docs/fault-catalogue.md";

const rows = readFileSync(catalogue, "utf8")
  .split("\n")
  .filter((line) => /^\| [A-Z]{2}\d\d/.test(line))
  .map((line) => {
    const [ids = "", what = "", shownBy = ""] = line.slice(1, -1).split("|");
    return { ids: idsIn(ids), name: `${ids.trim()} ${what.trim()}`, shownBy };
  });

test("a fault has one row", () => {
  const ids = rows.flatMap((row) => row.ids);
  expect(ids.length).toBeGreaterThan(80);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(rows)("$name is shown by tests whose names hold its id, or it says why not", ({ ids, shownBy }) => {
  const tests = [...shownBy.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path = ""]) => path);
  if (tests.length === 0) expect(shownBy.trim()).toMatch(/(\w+\W+){3}\w+/);
  for (const path of tests) {
    expect(existsSync(path), path).toBe(true);
    const named = idsNamedIn(path);
    expect(
      ids.some((id) => named.has(id)),
      `${path} names none of ${ids.join()}`,
    ).toBe(true);
  }
  const shown = tests.flatMap((path) => [...idsNamedIn(path)]);
  if (tests.length > 0) expect(ids.filter((id) => !shown.includes(id))).toEqual([]);
});

test("what a test names has its row", () => {
  const listed = new Set(rows.flatMap((row) => row.ids));
  const files = globSync("{app,db,e2e,deploy}/**/*.{test,spec}.{ts,tsx}");
  expect(files.length).toBeGreaterThan(50);
  const unlisted = files.flatMap((path) => [...idsNamedIn(path)].filter((id) => !listed.has(id)));
  expect(unlisted).toEqual([]);
});

/** The ids at the beginning of a test's name, of a group's, or of a row of `test.each`. */
function idsNamedIn(path: string): Set<string> {
  const strings = readFileSync(path, "utf8").matchAll(/["'`]((?:[A-Z]{2}\d\d(?: and | )?)+)/g);
  return new Set([...strings].flatMap(([, ids = ""]) => idsIn(ids)));
}

function idsIn(text: string): string[] {
  return text.match(/\b(?:UP|PK|ST|DB|WS)\d\d\b/g) ?? [];
}
