import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const wanted = { QT: 19, ID: 14, PR: 10 };

const rows = readFileSync("docs/budget-catalogue.md", "utf8")
  .split("\n")
  .filter((line) => /^\| [A-Z]{2}\d\d/.test(line))
  .map((line) => {
    const [id = "", what = "", shownBy = ""] = line.slice(1, -1).split("|");
    return { id: id.trim(), what: what.trim(), shownBy: shownBy.trim() };
  });

test("every row has its place, once and in order", () => {
  const all = Object.entries(wanted).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => `${kind}${String(at + 1).padStart(2, "0")}`),
  );
  expect(rows.map(({ id }) => id)).toEqual(all);
});

test.each(rows)(
  "$id $what is shown by tests whose names hold its id, or it says why not",
  ({ id, shownBy }) => {
    const paths = [...shownBy.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path = ""]) => path);
    if (paths.length === 0) expect(shownBy).toMatch(/(\w+\W+){4}\w+/);
    for (const path of paths) {
      expect(existsSync(path), path).toBe(true);
      expect(idsNamedIn(path), `${path} names no ${id}`).toContain(id);
    }
  },
);

/** The ids at the beginning of a test's name, of a group's, or of a row of `test.each`. */
function idsNamedIn(path: string): string[] {
  const strings = readFileSync(path, "utf8").matchAll(/["'`]((?:[A-Z]{2}\d\d(?: and | )?)+)/g);
  return [...strings].flatMap(([, ids = ""]) => ids.match(/[A-Z]{2}\d\d/g) ?? []);
}
