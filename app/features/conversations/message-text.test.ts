import { expect, test } from "vitest";
import { readMessageText } from "./message-text.ts";

test("words are kept as they are, without the white space around them", () => {
  expect(readMessageText("  I need to talk\r\nabout money. ")).toEqual({
    ok: true,
    text: "I need to talk\nabout money.",
  });
});

test.each(["", "   ", "\n\t", "\0", "\u200B\u200D", "\uFEFF", "\u3164", "\u2800", "\u034F"])(
  "%j says nothing",
  (raw) => {
    expect(readMessageText(raw)).toMatchObject({ ok: false, reason: "empty" });
  },
);

test("4,000 characters fit and one more does not, an emoji counting once", () => {
  expect(readMessageText("\u{1F642}".repeat(4000)).ok).toBe(true);
  expect(readMessageText("a".repeat(4001))).toEqual({ ok: false, reason: "too-long", characters: 4001 });
});

test("what PostgreSQL cannot hold is mended before anything sees it", () => {
  expect(readMessageText("a\0b\ud83dc")).toEqual({ ok: true, text: "ab\ufffdc" });
});

test("right-to-left text, joined emoji and Persian joiners stay", () => {
  const text = "می‌خواهم 👨‍👩‍👧 שלום";
  expect(readMessageText(text)).toEqual({ ok: true, text });
});
