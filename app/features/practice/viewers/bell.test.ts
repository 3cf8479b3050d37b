import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

test("whoever waits is woken by the first ring, once it has gathered what comes close behind it", async () => {
  const bell = new Bell();
  const wokenAt: number[] = [];
  void (async () => {
    for (;;) {
      await bell.wait(60_000, 4);
      wokenAt.push(performance.now());
    }
  })();
  await vi.advanceTimersByTimeAsync(10);
  bell.ring();
  await vi.advanceTimersByTimeAsync(3);
  bell.ring();
  await vi.advanceTimersByTimeAsync(3);
  expect(wokenAt, "one waking for both, 4 ms after the first").toEqual([14]);
  await vi.advanceTimersByTimeAsync(50);
  expect(wokenAt).toEqual([14]);
});

test("without gathering it wakes as soon as what came at the same moment is read", async () => {
  const bell = new Bell();
  let woken = false;
  void bell.wait(60_000).then(() => (woken = true));
  bell.ring();
  await vi.advanceTimersByTimeAsync(0);
  expect(woken).toBe(true);
  expect(performance.now()).toBe(0);
});

test("a waking that comes late says that the process is busy", async () => {
  const bell = new Bell();
  const woken = bell.wait(60_000, 4);
  bell.ring();
  // Something else keeps the process for 20 ms.
  const now = performance.now();
  vi.spyOn(performance, "now").mockReturnValue(now + 20);
  await vi.advanceTimersByTimeAsync(4);
  await woken;
  expect(bell.late).toBe(true);
  vi.restoreAllMocks();
  const next = bell.wait(60_000, 4);
  bell.ring();
  await vi.advanceTimersByTimeAsync(4);
  await next;
  expect(bell.late).toBe(false);
});

test("nothing rings: it goes on after the time it was given", async () => {
  const bell = new Bell();
  const woken = bell.wait(1_000, 4);
  await vi.advanceTimersByTimeAsync(1_000);
  await woken;
  expect(performance.now()).toBe(1_000);
});
