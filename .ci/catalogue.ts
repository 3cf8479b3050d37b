import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Catalogue = {
  file: string;
  /** The two letters its ids begin with. */
  prefixes: string[];
  /** So that a table that is no longer found fails. */
  leastRows: number;
};

/**
 * Holds a catalogue of ids to the tests it names: each id has one row; a row names tests whose names begin with its id, or
 * says why there is none; and what a test names has its row.
 */
export function checkCatalogue({ file, prefixes, leastRows }: Catalogue): void {
  const id = new RegExp(`\\b(?:${prefixes.join("|")})\\d\\d\\b`, "g");
  const idsIn = (text: string): string[] => text.match(id) ?? [];

  /** The ids at the beginning of a test's name, of a group's, or of a row of `test.each`. */
  function idsNamedIn(path: string): Set<string> {
    const strings = readFileSync(path, "utf8").matchAll(/["'`]((?:[A-Z]{2}\d\d(?: and | )?)+)/g);
    return new Set([...strings].flatMap(([, ids = ""]) => idsIn(ids)));
  }

  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^\| [A-Z]{2}\d\d/.test(line))
    .map((line) => {
      const [ids = "", what = "", shownBy = ""] = line.slice(1, -1).split("|");
      return { ids: idsIn(ids), name: `${ids.trim()} ${what.trim()}`, shownBy };
    });

  test("each has one row", () => {
    const ids = rows.flatMap((row) => row.ids);
    expect(ids.length).toBeGreaterThanOrEqual(leastRows);
    expect(ids.filter((one, index) => ids.indexOf(one) !== index)).toEqual([]);
  });

  test.each(rows)(
    "$name is shown by tests whose names hold its id, or it says why not",
    ({ ids, shownBy }) => {
      const tests = [...shownBy.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path = ""]) => path);
      if (tests.length === 0) expect(shownBy.trim()).toMatch(/(\w+\W+){3}\w+/);
      for (const path of tests) {
        expect(existsSync(path), path).toBe(true);
        const named = idsNamedIn(path);
        expect(
          ids.some((one) => named.has(one)),
          `${path} names none of ${ids.join()}`,
        ).toBe(true);
      }
      const shown = tests.flatMap((path) => [...idsNamedIn(path)]);
      if (tests.length > 0) expect(ids.filter((one) => !shown.includes(one))).toEqual([]);
    },
  );

  test("what a test names has its row", () => {
    const listed = new Set(rows.flatMap((row) => row.ids));
    const files = globSync("{app,db,e2e,deploy,.ci}/**/*.{test,spec}.{ts,tsx}");
    expect(files.length).toBeGreaterThan(50);
    const unlisted = files.flatMap((path) => [...idsNamedIn(path)].filter((one) => !listed.has(one)));
    expect(unlisted).toEqual([]);
  });
}
