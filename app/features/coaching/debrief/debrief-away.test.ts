import { expect, test } from "vitest";
import { inLine, quoted } from "#app/features/conversations/take-away.ts";
import { debriefAway, debriefMarkdown } from "./debrief-away.ts";

test("what its author calls the partner, a topic and a step is said, and makes nothing of itself", () => {
  const thoughts = [
    {
      turnId: "1",
      ordinal: 1,
      learner: "Hello",
      thought: "Not <img src=x> again, and *no* [way](https://evil.example).",
      felt: [],
    },
  ];
  const stored = { status: "complete" as const, text: "", questions: [] };
  const away = debriefAway(stored, { framework: "oars", said: [], pivotal: null, thoughts });
  const text = debriefMarkdown(away, "<b>*Eve*", { quoted, inLine });
  expect(text).toContain("\\<img src=x\\>");
  expect(text.replaceAll(/\\[!-/:-@[-`{-~]/g, "x")).not.toMatch(/<img|<b>|\*no\*|\*Eve|\[way\]|https:/u);
});
