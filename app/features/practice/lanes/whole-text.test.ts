import { expect, test } from "vitest";
import { WholeText } from "./whole-text.ts";

test("a character that comes in two halves is shown whole", () => {
  const text = new WholeText();
  expect([text.push("Well \ud83d"), text.push("\ude42 then")]).toEqual(["Well ", "\u{1F642} then"]);
});

test("what no database could hold is left out or mended, in every delta", () => {
  const text = new WholeText();
  expect(text.push("wor\0ld")).toBe("world");
  expect(text.push("a\ude42b")).toBe("a\ufffdb");
  expect([text.push("end\ud83d"), text.push("x")]).toEqual(["end", "\ufffdx"]);
});
