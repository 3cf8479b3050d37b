import { expect, test } from "vitest";
import { feelingsWords } from "./before-words.ts";
import { aimCharacters, nothingSet, readBefore } from "./before.ts";

test("nothing need be said, and what nobody offered says nothing", () => {
  expect(read({})).toMatchObject({ ok: true, before: nothingSet });
  expect(read({ goal: " \n", redLine: "", confidence: "11", dread: "-1" })).toMatchObject({
    ok: true,
    before: nothingSet,
  });
  expect(read({ confidence: "1e1", dread: "007" })).toMatchObject({ ok: true, before: nothingSet });
});

test("what is said is kept as the database can hold it", () => {
  expect(
    read({ goal: " A date.\r\nIn writing.\0\ud800 ", redLine: "Less than 46", confidence: "0", dread: "10" }),
  ).toMatchObject({
    ok: true,
    before: { goal: "A date.\nIn writing.\ufffd", redLine: "Less than 46", confidence: 0, dread: 10 },
  });
});

test("what is too long comes back whole, with everything else", () => {
  const goal = "\u{1F642}".repeat(aimCharacters + 1);
  expect(read({ goal, redLine: "x".repeat(aimCharacters), dread: "7" })).toEqual({
    ok: false,
    typed: { goal, redLine: "x".repeat(aimCharacters), confidence: null, dread: 7 },
    tooLong: ["goal"],
  });
});

test("the numbers are told in words, one, both or none", () => {
  expect(feelingsWords({ confidence: 4, dread: 0 })).toBe("Confidence 4, dread 0, of 10");
  expect(feelingsWords({ confidence: null, dread: 8 })).toBe("Dread 8, of 10");
  expect(feelingsWords({ confidence: null, dread: null })).toBeNull();
});

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readBefore(form);
}
