import { expect, test } from "vitest";
import { helpTextAfterwards } from "#app/features/conversations/help-card/help-words.ts";
import { inLine, quoted, quotedHelp } from "#app/features/conversations/take-away.ts";
import { type DebriefAway, debriefAway, debriefMarkdown } from "./debrief-away.ts";

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
  const text = debriefMarkdown(away, "<b>*Eve*", { quoted, quotedHelp, inLine });
  expect(text).toContain("\\<img src=x\\>");
  expect(text.replaceAll(/\\[!-/:-@[-`{-~]/g, "x")).not.toMatch(/<img|<b>|\*no\*|\*Eve|\[way\]|https:/u);
});

test("the moment and each skill are told with the words they were seen in; of the help card's words one leads somewhere", () => {
  const line = "I am asking for 46,000, *because* it was promised.";
  const away: DebriefAway = {
    turn: 2,
    status: "complete",
    strengths: [],
    pivotal: { turn: 2, quote: line, what: "You named it.", instead: null },
    changes: [],
    plan: null,
    skills: [{ move: "Anchor", level: "done", seen: "Names the figure", quote: line, turn: 2 }],
    framework: "Anchor",
    partnerThoughts: [],
    talk: [
      { question: "https://evil.example", answer: helpTextAfterwards, byUs: true },
      { question: "Why?", answer: "See https://findahelpline.com", byUs: false },
    ],
  };
  const text = debriefMarkdown(away, "Ruth", { quoted, quotedHelp, inLine });
  expect(text).toContain(
    "Turn 2:\n\n> I am asking for 46,000, \\*because\\* it was promised.\n\n> You named it.",
  );
  expect(text).toContain(
    "- Anchor: Done (Names the figure). Turn 2: “I am asking for 46,000, \\*because\\* it was promised.”",
  );
  expect(text.match(/<https:\/\/findahelpline\.com>/gu)).toHaveLength(1);
  expect(text).toContain("> See https\\://findahelpline.com");
  expect(text).toContain("> https\\://evil.example");
});
