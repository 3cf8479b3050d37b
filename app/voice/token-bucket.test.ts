import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("a burst passes, then only what the time brings, and never more than a burst is saved up", () => {
  let now = 0;
  const bucket = new TokenBucket(20, 40, () => now);
  const passed = (count: number) => Array.from({ length: count }, () => bucket.take()).filter(Boolean).length;
  expect(passed(100)).toBe(40);
  now += 500;
  expect(passed(100)).toBe(10);
  now += 3_600_000;
  expect(passed(100)).toBe(40);
});

test("what does not fit takes nothing", () => {
  const bucket = new TokenBucket(1, 10, () => 0);
  expect(bucket.take(11)).toBe(false);
  expect(bucket.take(10)).toBe(true);
});
