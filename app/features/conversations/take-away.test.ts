import { expect, test } from "vitest";
import { helpText } from "./help-card/help-words.ts";
import { asMarkdown, type TakeAway } from "./take-away.ts";

const unaided = { assisted: null, coachMode: "after-each-turn" as const, asides: [] };

const taken: TakeAway = {
  conversation: "0190c0de-0000-7000-8000-000000000001",
  scenario: { slug: "ask-for-the-raise", title: "Ask for the raise", version: 3 },
  partner: { name: "Maya Ortiz", relationship: "your manager" },
  learner: { role: "a planner", goal: "A figure and a date." },
  before: { goal: null, redLine: null, confidence: 4, dread: 8 },
  after: { view: "I named the figure.\n# And then I gave in.", confidence: 6, dread: null },
  difficulty: "real",
  coach: "after-each-turn",
  startedAt: "2026-11-23T10:00:00.000Z",
  ended: { ending: "next-step", by: "learner", at: "2026-11-23T10:10:00.000Z" },
  branch: null,
  otherBranches: [],
  turns: [
    {
      turn: 0,
      learner: null,
      ...unaided,
      partner: { status: "complete", text: "You wanted to talk?" },
      coach: { status: "silent", text: "" },
    },
    {
      turn: 1,
      learner: "Yes.\n# not a heading\n[link](https://evil.example) <b>",
      ...unaided,
      partner: { status: "partial", text: "" },
      coach: { status: "failed", text: "" },
    },
    {
      turn: 2,
      learner: "It is about money.",
      assisted: { drafts: 1, hints: 2, questions: 1 },
      coachMode: "before-sending",
      asides: [
        { kind: "question", text: "Why\n# so?", coach: { status: "failed", text: "" } },
        { kind: "hint", text: "", coach: { status: "complete", text: "What do you want?" } },
      ],
      partner: { status: "stopped", text: "Colm would never" },
      coach: { status: "complete", text: "Name it — say the figure." },
    },
  ],
};

test("says which conversation it was, with whom, when, how long and how it ended", () => {
  const text = asMarkdown(taken);
  expect(text).toMatch(/^# Ask for the raise\n/);
  for (const line of [
    "- With: Maya Ortiz, your manager",
    "- A good ending: A figure and a date.",
    "- Before you began: Confidence 4, dread 8, of 10",
    "- Afterwards: Confidence 6, of 10",
    "- Begun: 2026-11-23 10:00 UTC",
    "- Ended: 2026-11-23 10:10 UTC. You left with a next step.",
    "- Length: 2 turns",
    "- Difficulty: Real",
    "- Coach: a note after each turn",
    "- Scenario: ask-for-the-raise, version 3",
  ])
    expect(text).toContain(`${line}\n`);
});

test("a turn before which the coach was asked says so, and no other", () => {
  const text = asMarkdown(taken);
  expect(text).toContain(
    "> It is about money.\n\n(With the coach’s help: a look at a draft, 2 hints and a question)\n",
  );
  expect(text.match(/coach’s help/gu)).toHaveLength(1);
});

test("what was between the learner and the coach stands after its turn, quoted like everything else", () => {
  const text = asMarkdown(taken);
  expect(text).toContain(
    "**You, to the coach**\n\n> Why\n> \\# so?\n\n**Coach, in private**\n\n(The coach missed this.",
  );
  expect(text).toContain("**You took a hint**\n\n**Coach, in private**\n\n> What do you want?");
});

test("one that is still open says so", () => {
  expect(asMarkdown({ ...taken, ended: null })).toContain("- Ended: not yet\n");
});

test("the learner's own words are theirs: before, and afterwards, and none of them markup", () => {
  const text = asMarkdown({
    ...taken,
    learner: { ...taken.learner, goal: "My own\n# goal" },
    before: { goal: "My own\n# goal", redLine: "No [less] than 46,000", confidence: null, dread: null },
  });
  expect(text).toContain("- Your own goal: My own \\# goal\n");
  expect(text).toContain("- Your red line: No \\[less\\] than 46,000\n");
  expect(text).toContain("## How you saw it\n\n> I named the figure.\n> \\# And then I gave in.\n");
  expect(text).not.toContain("Before you began");
});

test("branches are named by where they parted, and every one is told to its end", () => {
  const [, , last] = taken.turns;
  if (!last) throw new Error("there is no last turn");
  const text = asMarkdown({
    ...taken,
    branch: "from turn 2: “It is about *money*.”",
    otherBranches: [
      {
        branch: "from turn 2: “Never mind.”",
        ended: { ending: "impasse", by: "partner", at: "2026-11-23T10:05:00.000Z" },
        turns: [{ ...last, learner: "Never mind." }],
      },
    ],
  });
  expect(text).toContain("- Branch: from turn 2: “It is about \\*money\\*.”\n");
  expect(text).toContain(
    "## Another branch, from turn 2: “Never mind.”\n\n- Ended: 2026-11-23 10:05 UTC. You did not agree, this time.\n\n### Turn 2\n\n**You**\n\n> Never mind.\n",
  );
});

test("everyone is named, and what went wrong is told", () => {
  const text = asMarkdown(taken);
  expect(text).toContain("**Maya**\n\n> You wanted to talk?\n\n## Turn 1");
  expect(text).toContain("**Maya**\n\n(The reply broke off.)");
  expect(text).toContain("**Coach**\n\n(The coach missed this turn.)");
  expect(text).toContain("**Maya**\n\n> Colm would never\n\n(You stopped this reply.)");
  expect(text).toContain("**Coach**\n\n> Name it — say the figure.\n");
});

test("nothing said becomes markup of the page", () => {
  const text = asMarkdown(taken);
  expect(text).toContain("> \\# not a heading\n> \\[link\\](https\\://evil.example) \\<b\\>");
});

/** What makes markup of a line, at its start and anywhere (CommonMark 0.31, and what GitHub adds). */
const markup = /^\s*(?:[-+=:]|\d+[.)])|^\s|[`*_{}[\]<>#|~&$]|:\/\/|\bwww\.|mailto:/;

test.each([
  ..."=== --- - -- + +++ * *** ___ 1. 1) 123456789. # ###### > >> ``` ~~~ | : \\ \\\\ $ $$ &lt; &#35; < << ![ [ ]: ===\\ =".split(
    " ",
  ),
  ..."- [ ] done|[a]: /b|    code|\tcode|<!-- -->|<script>|a | b|:-- |www.a.example|see http://a.example|HTTPS://A.EXAMPLE|mailto:a@b.c|a@b.c|a  |2. b|   - c|&copy;".split(
    "|",
  ),
])("a line of %j is said, and makes nothing of itself or of the line before it", (line) => {
  for (const end of ["\n", "\r\n", "\r", "\u2028", "\f"]) {
    const learner = `Hello${end}${line}${end}there`;
    const text = asMarkdown({ ...taken, turns: taken.turns.map((turn) => ({ ...turn, learner })) });
    const [first, second = "", third] = text.split("**You**\n\n")[1]?.split("\n") ?? [];
    expect([first, third]).toEqual(["> Hello", "> there"]);
    const inQuote = second.replace(/^> ?/, "");
    expect(inQuote.replaceAll(/\\[!-/:-@[-`{-~]/g, "x")).not.toMatch(markup);
    expect(inQuote.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(line.trim());
  }
});

const marks = "*x* [a](https://evil.example) <img src=x> # | `c`";

test("what its author calls it, the partner and the learner is said, and makes nothing of itself", () => {
  const away = {
    ...taken,
    scenario: { ...taken.scenario, title: `${marks}\n# Two` },
    partner: { name: "<b>*Eve*", relationship: marks },
    learner: { role: `- ${marks}`, goal: marks },
  };
  const text = asMarkdown(away);
  const safe = text.replaceAll(/\\[!-/:-@[-`{-~]/g, "x");
  expect(safe).not.toMatch(/<img|<b>|\*x\*|\*Eve|`c`|\[a\]|https:/u);
  expect(safe.match(/^# /gmu)).toHaveLength(1);
  expect(text).toContain("**\\<b\\>\\*Eve\\***\n\n> You wanted to talk?");
  expect(text).toContain("- A good ending: \\*x\\* \\[a\\]");
});

test("the help card's address leads to its site, and nobody else's does", () => {
  const [opening] = taken.turns;
  if (!opening) throw new Error("no turn");
  const helped = {
    ...opening,
    turn: 1,
    learner: "https://evil.example",
    partner: { status: "silent", text: helpText },
    asides: [{ kind: "draft", text: "https://evil.example", coach: { status: "silent", text: helpText } }],
  } as const;
  const text = asMarkdown({ ...taken, turns: [opening, { ...helped, asides: [...helped.asides] }] });
  expect(text.match(/<https:\/\/findahelpline\.com>/gu)).toHaveLength(2);
  expect(text.match(/https\\:\/\/evil\.example/gu)).toHaveLength(2);
  expect(text).not.toContain("https://evil");
});
