import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rows = readFileSync("docs/invitation-catalogue.md", "utf8")
  .split("\n")
  .filter((line) => /^\| IN\d\d/.test(line))
  .map((line) => {
    const [id = "", , shownBy = ""] = line.slice(1, -1).split("|");
    return { id: id.trim(), shownBy };
  });

test("every row of the catalogue is there, once", () => {
  const wanted = Array.from({ length: 16 }, (_, at) => `IN${String(at + 1).padStart(2, "0")}`);
  expect(rows.map(({ id }) => id)).toEqual(wanted);
});

test.each(rows)("$id is shown by tests whose names begin with it, or it says why not", ({ id, shownBy }) => {
  const paths = [...shownBy.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)`/g)].map(([, path = ""]) => path);
  if (paths.length === 0) expect(shownBy.trim()).toMatch(/(\w+\W+){3}\w+/);
  for (const path of paths) expect(readFileSync(path, "utf8"), path).toMatch(new RegExp(`["'\`]${id} `));
});
