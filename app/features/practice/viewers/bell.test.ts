import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Beat } from "./beat.ts";
import { Bell } from "./bell.ts";

beforeEach(
  () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate", "performance"] }),
);
afterEach(() => void vi.useRealTimers());

test("a ring while nobody waits is not lost", async () => {
  const bell = new Bell();
  bell.ring();
  await bell.wait(60_000);
  expect(performance.now()).toBe(0);
});

test("without a beat whoever waits is woken as soon as what came at the same moment is read", async () => {
  const bell = new Bell();
  let woken = false;
  void bell.wait(60_000).then(() => (woken = true));
  bell.ring();
  await vi.advanceTimersByTimeAsync(0);
  expect(woken).toBe(true);
  expect(performance.now()).toBe(0);
});

test("nothing rings: it goes on after the time it was given", async () => {
  const woken = new Bell().wait(1_000, new Beat());
  await vi.advanceTimersByTimeAsync(1_000);
  await woken;
  expect(performance.now()).toBe(1_000);
});

test("all who were rung for are woken by one beat, 4 ms after the first of them", async () => {
  const beat = new Beat();
  const one = waiter(beat);
  const other = waiter(beat);
  await vi.advanceTimersByTimeAsync(10);
  one.bell.ring();
  await vi.advanceTimersByTimeAsync(3);
  one.bell.ring();
  other.bell.ring();
  expect(vi.getTimerCount(), "one timer for both").toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect([one.wokenAt, other.wokenAt]).toEqual([[14], [14]]);
  await vi.advanceTimersByTimeAsync(50);
  expect([one.wokenAt, other.wokenAt], "no beat without a ring").toEqual([[14], [14]]);
});

test("a beat that comes late says that the process is busy: the next one is as far off as a screen's next frame", async () => {
  const beat = new Beat();
  const { bell, wokenAt } = waiter(beat);
  bell.ring();
  // Something else keeps the process for 20 ms.
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 20);
  await vi.advanceTimersByTimeAsync(4);
  vi.restoreAllMocks();
  bell.ring();
  await vi.advanceTimersByTimeAsync(16);
  expect(wokenAt.at(-1)).toBe(20);
  bell.ring();
  await vi.advanceTimersByTimeAsync(4);
  expect(wokenAt.at(-1), "in time again").toBe(24);
});

/** Waits again and again, and notes when it was woken. */
function waiter(beat: Beat) {
  const bell = new Bell();
  const wokenAt: number[] = [];
  void (async () => {
    for (;;) {
      await bell.wait(undefined, beat);
      wokenAt.push(performance.now());
    }
  })();
  return { bell, wokenAt };
}
