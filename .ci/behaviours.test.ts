import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Behaviours 73 to 85 are of the pages for administration, which come with their own issue. */
const numbers = [...range(1, 72), ...range(86, 94)];

const rows = readFileSync("docs/behaviours.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [n = "", behaviour = "", shownBy = ""] = line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim());
    return { n: Number(n), behaviour, shownBy };
  });

test("every behaviour has one row, in order", () => {
  expect(rows.map(({ n }) => n)).toEqual(numbers);
});

test.each(rows)("behaviour $n is shown by a test that exists, or says why not", ({ behaviour, shownBy }) => {
  expect(behaviour).not.toBe("pending");
  if (/^(Not ours|Issue \d+): \S/.test(shownBy)) return;
  // `path` title<br>`path` title
  const tests = shownBy.split("<br>").map((one) => /^`([^`]+)` (.+)$/.exec(one));
  expect(tests.length).toBeGreaterThan(0);
  for (const named of tests) {
    const [, path = "", title = ""] = named ?? [];
    expect(existsSync(path), `${path} of "${shownBy}"`).toBe(true);
    expect(readFileSync(path, "utf8")).toContain(title);
  }
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
