import { expect, test } from "vitest";
import { asMarkdown, type TakeAway } from "./take-away.ts";

const taken: TakeAway = {
  conversation: "0190c0de-0000-7000-8000-000000000001",
  scenario: "Ask for the raise",
  partner: "Maya",
  difficulty: "real",
  startedAt: "2026-11-23T10:00:00.000Z",
  ended: { ending: "next-step", by: "learner", at: "2026-11-23T10:10:00.000Z" },
  turns: [
    {
      turn: 0,
      learner: null,
      partner: { status: "complete", text: "You wanted to talk?" },
      coach: { status: "silent", text: "" },
    },
    {
      turn: 1,
      learner: "Yes.\n# not a heading\n[link](https://evil.example) <b>",
      partner: { status: "partial", text: "" },
      coach: { status: "failed", text: "" },
    },
  ],
};

test("everyone is named, and what went wrong is told", () => {
  const text = asMarkdown(taken);
  expect(text).toContain("**Maya**\n\n> You wanted to talk?");
  expect(text).toContain("The reply broke off");
  expect(text).toContain("The coach missed this turn");
});

test("nothing said becomes markup of the page", () => {
  const text = asMarkdown(taken);
  expect(text).toContain("> \\# not a heading\n> \\[link\\](https://evil.example) \\<b\\>");
});
