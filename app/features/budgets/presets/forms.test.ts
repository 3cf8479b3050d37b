import { describe, expect, test } from "vitest";
import { presetFormSchema } from "./forms.ts";

const form = { id: "0190c0de-0000-7000-8000-000000000001", name: "One evening", tokens: "25000" };
const was = { wasName: "One evening", wasTokens: "25000" };

describe("what stood on the page", () => {
  test("is read as it was sent", () => {
    expect(presetFormSchema.parse({ intent: "change", ...form, ...was })).toMatchObject({
      wasName: "One evening",
      wasTokens: 25_000,
    });
  });

  test.each([
    { wasName: "One\0evening" },
    { wasName: "One \uD83D evening" },
    { wasName: "" },
    { wasName: "a".repeat(2_000) },
    ...[
      "3000000000",
      "-3000000000",
      "9007199254740991",
      "0x61a8",
      "2.5e4",
      "25000.0",
      "٢٥٠٠٠",
      "-25000",
      "",
    ].map((wasTokens) => ({ wasTokens })),
  ])("can be nothing that never stood there (%j)", (wrong) => {
    for (const posted of [
      { intent: "change", ...form, ...was, ...wrong },
      { intent: "delete", id: form.id, ...was, ...wrong },
    ])
      expect(presetFormSchema.safeParse(posted).success).toBe(false);
  });
});
