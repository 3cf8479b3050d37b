import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Behaviours 73 to 85 are of the pages for administration, which come with their own issue. */
const numbers = [...range(1, 72), ...range(86, 94)];

const [inTheRoom = "", withoutScripts = ""] = readFileSync("docs/behaviours.md", "utf8").split(
  "\n## Without JavaScript\n",
);

test("every behaviour has one row, in order", () => {
  expect(rowsOf(inTheRoom).map(([n]) => Number(n))).toEqual(numbers);
});

test.each(rowsOf(inTheRoom))(
  "behaviour %s is shown by a test that exists, or says why not",
  (_n, behaviour, shownBy) => {
    expect(behaviour).not.toBe("pending");
    expectShown(shownBy);
  },
);

test.each(rowsOf(withoutScripts))("without JavaScript: %s", (_action, how, shownBy) => {
  expect(how).not.toBe("");
  for (const [path] of (shownBy ?? "").matchAll(/(?<=`)[^`]+\.ts(?=`)/g))
    expect(path).toMatch(/^e2e\/no-js\/|\.http\.test\.ts$/);
  expectShown(shownBy);
});

/** The tables' rows as cells, without their heads. */
function rowsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => /^\| (?!n |action )/.test(line));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
}

/** Each test named as `path` title, several with <br> between them; or the reason why there is none. */
function expectShown(shownBy = ""): void {
  if (/^(Not ours|Issue \d+): \S/.test(shownBy)) return;
  const tests = shownBy.split("<br>").map((one) => /^`([^`]+)` (.+)$/.exec(one));
  expect(tests.length).toBeGreaterThan(0);
  for (const named of tests) {
    const [, path = "", title = ""] = named ?? [];
    expect(existsSync(path), `${path} of "${shownBy}"`).toBe(true);
    expect(readFileSync(path, "utf8")).toContain(title);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
