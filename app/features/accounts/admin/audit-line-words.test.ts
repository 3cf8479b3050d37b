import { expect, test } from "vitest";
import { deedWords, factsWords } from "./audit-line-words.ts";

test("a line of the audit is told in words, and nothing is told that is nothing", () => {
  expect(deedWords("invitation made")).toBe("Invitation made");
  const made = { seats: 1_000, days: 14, tokens: 50_000, preset: null };
  expect(factsWords(Object.entries(made))).toBe("1,000 places, open for 14 days, 50,000 tokens");
  expect(factsWords([["new", false]])).toBe("");
  expect(factsWords([["new", true]])).toBe("a new account");
  const raised = { from: "GUEST", to: "USER", reason: "by an administrator" };
  expect(factsWords(Object.entries(raised))).toBe("from Guest, now User, reason: by an administrator");
  expect(factsWords([["amount", -5_000]])).toBe("5,000 tokens taken");
});
