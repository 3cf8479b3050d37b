import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWatch, usualWatchdogs } from "./watchdogs.ts";

const limits = { headersMs: 15, bytesMs: 20, contentMs: 30, totalMs: 90 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watching(stop = new AbortController().signal) {
  const watch = startWatch(limits, stop);
  return { watch, after: (ms: number) => vi.advanceTimersByTime(ms) };
}

test("UP15 headers in time quiet the first watchdog, none in time wake it", () => {
  const late = watching();
  late.after(14);
  expect(late.watch.bite()).toBeNull();
  late.after(1);
  expect(late.watch.bite()).toBe("headers");
  expect(late.watch.signal.aborted).toBe(true);

  const prompt = watching();
  prompt.after(14);
  prompt.watch.headers();
  prompt.after(19);
  expect(prompt.watch.bite()).toBeNull();
});

test("UP13 any byte quiets the second, and only content the third", () => {
  const { watch, after } = watching();
  watch.headers();
  for (let pings = 0; pings < 2; pings++) {
    after(14);
    watch.bytes();
  }
  expect(watch.bite()).toBeNull();
  after(2);
  expect(watch.bite()).toBe("content");
});

test("UP12 silence after content is the second's", () => {
  const { watch, after } = watching();
  watch.headers();
  after(15);
  watch.bytes();
  watch.content();
  after(20);
  expect(watch.bite()).toBe("bytes");
});

test("UP14 all the signs of life do not help against the total", () => {
  const { watch, after } = watching();
  watch.headers();
  for (let ms = 0; ms < 89; ms++) {
    after(1);
    watch.bytes();
    watch.content();
  }
  expect(watch.bite()).toBeNull();
  after(1);
  expect(watch.bite()).toBe("total");
});

test("UP12 UP13 UP14 UP15 the usual silences are those the catalogue allows", () => {
  expect(usualWatchdogs).toEqual({ headersMs: 15_000, bytesMs: 20_000, contentMs: 30_000, totalMs: 90_000 });
});

test("a stop is told as a stop, also one given before", () => {
  const stop = new AbortController();
  const { watch } = watching(stop.signal);
  stop.abort();
  expect(watch.bite()).toBe("stopped");
  expect(watching(AbortSignal.abort()).watch.bite()).toBe("stopped");
});

test("the first bite counts", () => {
  const stop = new AbortController();
  const { watch, after } = watching(stop.signal);
  after(15);
  stop.abort();
  expect(watch.bite()).toBe("headers");
});

test("once the message is whole, hanging up is no bite", () => {
  const { watch, after } = watching();
  watch.headers();
  watch.finish();
  after(249);
  expect(watch.signal.aborted).toBe(false);
  after(1);
  expect(watch.signal.aborted).toBe(true);
  expect(watch.bite()).toBeNull();
});

test("closed, it has hung up and left no timer behind", () => {
  const { watch } = watching();
  watch.headers();
  watch.close();
  expect(watch.signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
