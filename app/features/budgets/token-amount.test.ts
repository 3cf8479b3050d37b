import { expect, test } from "vitest";
import { readCeilingForm } from "./ceiling-form.ts";
import { tokenAmount } from "./token-amount.ts";

test.each([
  ["25000", 25_000],
  [" 25000 ", 25_000],
  ["25,000", 25_000],
  ["1 000 000", 1_000_000],
  ["+5", 5],
  ["-5", -5],
  ["\u22125", -5],
  ["0", 0],
])("QT17 %j is %i weighted tokens", (typed, amount) => {
  expect(tokenAmount.parse(typed)).toBe(amount);
});

test.each([
  "",
  " ",
  "abc",
  "NaN",
  "Infinity",
  "1e309",
  "1e3",
  "0x10",
  "2.5",
  "1,00",
  "--5",
  "5-",
  "٢٥",
  "1000000001",
  "\0",
])("QT17 %j is no amount", (typed) => {
  expect(tokenAmount.safeParse(typed).success).toBe(false);
});

test("QT17 a form that is not this one is refused, with what was typed as a page can hold it", () => {
  const fields = new FormData();
  expect(readCeilingForm(fields)).toEqual({ ok: false, typed: { on: false, tokens: "" } });
  fields.set("on", "yes");
  fields.set("tokens", "5\0x\ud800");
  expect(readCeilingForm(fields)).toEqual({ ok: false, typed: { on: true, tokens: "5x\ufffd" } });
  fields.set("tokens", "-5");
  expect(readCeilingForm(fields)).toMatchObject({ ok: false });
  fields.set("on", "sometimes");
  expect(readCeilingForm(fields)).toMatchObject({ ok: false });
});
