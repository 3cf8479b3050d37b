import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heldBeforeOthersMs, heldMs, OneByOne, silentMs } from "./one-by-one.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("each text has its time, and a silence after it", () => {
  const { line, shown } = listened();
  line.say([{ text: "One" }, { text: "Two" }]);
  vi.advanceTimersByTime(heldBeforeOthersMs - 1);
  expect(shown).toEqual(["One"]);
  vi.advanceTimersByTime(1 + silentMs);
  expect(shown).toEqual(["One", "", "Two"]);
  vi.advanceTimersByTime(heldMs);
  expect(shown).toEqual(["One", "", "Two", ""]);
});

test("what comes meanwhile does not keep a text standing there longer", () => {
  const { line, shown } = listened();
  line.say([{ text: "One" }]);
  for (let at = 0; at < heldBeforeOthersMs; at += 100) {
    expect(shown).toEqual(["One"]);
    vi.advanceTimersByTime(100);
    line.say([{ text: `${at}` }]);
  }
  vi.advanceTimersByTime(0);
  expect(shown).toEqual(["One", ""]);
});

test("that a reply comes is not told any more once it is there", () => {
  const { line, shown } = listened();
  line.say([{ text: "Coach: Name it." }]);
  line.say([{ text: "Ruth is replying", until: "2" }]);
  line.say([{ text: "Ruth: Go on.", ends: "2" }]);
  vi.runAllTimers();
  expect(shown.filter((text) => text !== "")).toEqual(["Coach: Name it.", "Ruth: Go on."]);
});

test("many turns in a short time are told without falling behind", () => {
  const { line, shown } = listened();
  for (let turn = 1; turn <= 7; turn++) {
    line.say([{ text: "Ruth is replying", until: `${turn}` }]);
    vi.advanceTimersByTime(100);
    line.say([{ text: `Ruth: ${turn}`, ends: `${turn}` }]);
    vi.advanceTimersByTime(100);
    line.say([{ text: `Coach: ${turn}` }]);
    vi.advanceTimersByTime(1_200);
  }
  expect(shown.filter((text) => text !== "").slice(-2)).toEqual(["Ruth: 7", "Coach: 7"]);
});

function listened() {
  const line = new OneByOne();
  const shown: string[] = [];
  line.listen(() => shown.push(line.shown));
  return { line, shown };
}
