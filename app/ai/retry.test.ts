import { expect, test } from "vitest";
import { usualRetries, waitBeforeRetry } from "./retry.ts";

const early = { tries: 1, elapsedMs: 100, headersMs: 15_000 };
const always = (share: number) => () => share;

test("backoff doubles and is jittered in full", () => {
  const waits = [1, 2].map((tries) =>
    waitBeforeRetry("backoff", { ...early, tries }, usualRetries, always(1)),
  );
  expect(waits).toEqual([500, 1_000]);
  expect(waitBeforeRetry("backoff", early, usualRetries, always(0))).toBe(0);
});

test("UP02 two tries after the first, and no more", () => {
  expect(waitBeforeRetry("backoff", { ...early, tries: 2 }, usualRetries)).not.toBeNull();
  expect(waitBeforeRetry("backoff", { ...early, tries: 3 }, usualRetries)).toBeNull();
});

test("UP04 what the provider asks for is waited, up to eight seconds", () => {
  expect(waitBeforeRetry({ afterMs: 8_000 }, early, usualRetries)).toBe(8_000);
  expect(waitBeforeRetry({ afterMs: 8_001 }, early, usualRetries)).toBeNull();
});

test("never is never", () => {
  expect(waitBeforeRetry("never", early, usualRetries)).toBeNull();
});

test("UP15 a call whose headers never came is tried once more, not twice", () => {
  expect(waitBeforeRetry("backoff", { ...early, elapsedMs: 15_000 }, usualRetries, always(1))).not.toBeNull();
  expect(
    waitBeforeRetry("backoff", { ...early, tries: 2, elapsedMs: 30_001 }, usualRetries, always(0)),
  ).toBeNull();
});

test("UP03 nothing is tried whose answer could begin later than 45 seconds after the first call", () => {
  const late = { tries: 1, headersMs: 15_000 };
  expect(waitBeforeRetry({ afterMs: 8_000 }, { ...late, elapsedMs: 22_000 }, usualRetries)).toBe(8_000);
  expect(waitBeforeRetry({ afterMs: 8_000 }, { ...late, elapsedMs: 22_001 }, usualRetries)).toBeNull();
});
