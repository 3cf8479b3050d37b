import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectShown, rowsOf } from "./shown-by.ts";

/** Behaviours 73 to 85 are of the pages for administration, which come with their own issue. */
const numbers = [...range(1, 72), ...range(86, 94)];

const head = /^\| (?:n|action) /;
/** What stands in place of a test. */
const reason = /^(?:Not ours|Issue \d+): \S/;

const [inTheRoom = "", withoutScripts = ""] = readFileSync("docs/behaviours.md", "utf8").split(
  "\n## Without JavaScript\n",
);

test("every behaviour has one row, in order", () => {
  expect(rowsOf(inTheRoom, head).map(([n]) => Number(n))).toEqual(numbers);
});

test.each(rowsOf(inTheRoom, head))(
  "behaviour %s is shown by a test that exists, or says why not",
  (_n, behaviour, shownBy = "") => {
    expect(behaviour).not.toBe("pending");
    expectShown(shownBy, reason);
  },
);

test.each(rowsOf(withoutScripts, head))("without JavaScript: %s", (_action, how, shownBy = "") => {
  expect(how).not.toBe("");
  for (const [path] of shownBy.matchAll(/(?<=`)[^`]+\.ts(?=`)/g))
    expect(path).toMatch(/^e2e\/no-js\/|\.http\.test\.ts$/);
  expectShown(shownBy, reason);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
