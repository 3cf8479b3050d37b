import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";

/** A table's rows as cells, without its head; `head` is how that begins. */
export function rowsOf(text: string, head: RegExp): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("| ") && !head.test(line));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
}

/** Each test named as `path` title, several with <br> between them; or the reason why there is none, which `reason` begins. */
export function expectShown(shownBy: string, reason: RegExp): void {
  if (reason.test(shownBy)) return;
  const tests = shownBy.split("<br>").map((one) => /^`([^`]+)` (.+)$/.exec(one));
  expect(tests.length).toBeGreaterThan(0);
  for (const named of tests) {
    const [, path = "", title = ""] = named ?? [];
    expect(existsSync(path), `${path} of "${shownBy}"`).toBe(true);
    expect(readFileSync(path, "utf8")).toContain(title);
  }
}
