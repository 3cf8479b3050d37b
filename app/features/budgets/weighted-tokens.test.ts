import { expect, test } from "vitest";
import { estimateReservation, estimateTokens, weighTokens } from "./weighted-tokens.ts";

test("cache writes weigh 1.25, reads 0.1, the rest 1", () => {
  expect(weighTokens({ input: 100, output: 50, cacheWrite: 40, cacheRead: 1000 })).toBe(100 + 50 + 50 + 100);
});

test("a part of a token is a whole one", () => {
  expect(weighTokens({ input: 0, output: 0, cacheWrite: 1, cacheRead: 1 })).toBe(2);
  expect(weighTokens({ input: 0, output: 0, cacheWrite: 0, cacheRead: 0 })).toBe(0);
});

test("estimates count bytes, so that emoji and other scripts are not undercounted", () => {
  expect(estimateTokens("abc")).toBe(1);
  expect(estimateTokens("\u{1F642}")).toBe(2);
});

test("QT16 an estimate is above a quarter of the bytes for any text: words, code, emoji, half characters", () => {
  for (let round = 0; round < 500; round++) {
    const length = Math.floor(Math.random() * 400);
    const text = Array.from({ length }, () =>
      String.fromCodePoint(Math.floor(Math.random() * (round % 2 ? 0x250 : 0x1_f700))),
    ).join("");
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(Math.ceil(Buffer.byteLength(text) / 4));
  }
});

test("the first reservation holds the prompt and the longest answer, a later one what is new", () => {
  const prompt = "x".repeat(3000);
  expect(estimateReservation({ former: null, prompt, news: "yes", maxTokens: 300 })).toBe(1250 + 300);
  expect(
    estimateReservation({ former: { charged: 400 }, prompt, news: "abc".repeat(100), maxTokens: 300 }),
  ).toBe(400 + 125 + 300);
});
