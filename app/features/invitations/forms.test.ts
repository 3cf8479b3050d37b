import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { ownAmount, readOffer } from "./forms.ts";

describe("IN14 a power user's form has no other fields, whoever fills it in by hand", () => {
  const usual = { link: "x", label: "Ada", note: "", scenario: "", days: "14", seats: "1", preset: uuidv7() };
  test.each<[string, Record<string, string>, { mayName: boolean }]>([
    ["an amount", { tokens: "10000000" }, { mayName: false }],
    ["an amount one over a preset", { tokens: "50001" }, { mayName: false }],
    ["an amount named otherwise", { amount: "50001" }, { mayName: true }],
    ["a role", { role: "ADMIN" }, { mayName: false }],
    ["a role, by an administrator", { role: "ADMIN" }, { mayName: true }],
    ["whose budget it is", { fundedBy: "" }, { mayName: false }],
  ])("%s is refused", (_, more, may) => {
    expect(readOffer(formOf({ ...usual, ...more }), may)).toEqual({ ok: false, wrong: null });
  });

  test("an amount of their own is no preset", () => {
    const read = readOffer(formOf({ ...usual, preset: ownAmount }), { mayName: false });
    expect(read).toEqual({ ok: false, wrong: { preset: true } });
  });

  test.each<[string, Record<string, string>]>([
    ["label", { label: " \u0000 " }],
    ["label", { label: "a".repeat(81) }],
    ["note", { note: "a".repeat(501) }],
    ["days", { days: "0" }],
    ["days", { days: "1e3" }],
    ["seats", { seats: "201" }],
    ["seats", { seats: "-1" }],
    ["tokens", { preset: ownAmount, tokens: "1000001" }],
    ["tokens", { preset: ownAmount, tokens: "" }],
    ["tokens", { preset: ownAmount, tokens: "4999" }],
    ["scenario", { scenario: "../x" }],
  ])("a %s that makes no sense is told at its field (%o)", (field, more) => {
    const read = readOffer(formOf({ ...usual, tokens: "", ...more }), { mayName: true });
    expect(read).toEqual({ ok: false, wrong: { [field]: true } });
  });
});

test("an amount beside a chosen preset is not passed over: which of them is meant is asked", () => {
  const fields = {
    link: "x",
    label: "Ada",
    note: "",
    scenario: "",
    days: "14",
    seats: "1",
    preset: uuidv7(),
  };
  const read = readOffer(formOf({ ...fields, tokens: "30000" }), { mayName: true });
  expect(read).toEqual({ ok: false, wrong: { tokens: "unchosen" } });
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
