import { describe, expect, test } from "vitest";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import { checkAnswer } from "./check-answer.ts";
import { checkDebrief } from "./check-debrief.ts";
import type { Said } from "./debrief.ts";
import { readDebrief } from "./read-debrief.ts";
import { findVerbatim } from "./verbatim.ts";

const said: Said[] = [
  { turnId: "a", ordinal: 1, text: "You said “forty-six by the summer”, Ruth.  I’d like  a date." },
  { turnId: "b", ordinal: 2, text: "Sorry." },
  { turnId: "c", ordinal: 3, text: "What would Colm need to see?\nI can write it up." },
];

describe("a quotation", () => {
  test.each([
    ["I'd like a date", { quote: "I’d like  a date", ordinal: 1 }],
    ["“i'd LIKE a date.”", { quote: "I’d like  a date", ordinal: 1 }],
    ["forty-six by the summer", { quote: "forty-six by the summer", ordinal: 1 }],
    ["need to see? I can", { quote: "need to see?\nI can", ordinal: 3 }],
    ["Sorry", { quote: "Sorry", ordinal: 2 }],
  ])("%s is found, and shown as it was said", (quote, found) => {
    expect(findVerbatim(quote, said)).toEqual(found);
  });

  test.each(["I would like a date", "like a dat", "date", "I’d like … date", "", "…", "You said a date"])(
    "%s is none",
    (quote) => {
      expect(findVerbatim(quote, said)).toBeNull();
    },
  );
});

const whole = `STRENGTH
Quote: I'd like a date
Why: It asks for one thing that Ruth can answer.

STRENGTH
Quote: you owe me a date
Why: It was never said at all, so it is no strength.

TURNING POINT
What: Ruth heard a question she could take to Colm.
Instead: Ask it, and then stop.

CHANGE
Quote: I never said this
Why: The “second apology” took the edge off what came before it.
Instead: I would like a date for the forty-six.

PLAN
Plan: If Ruth says it is frozen, then I will ask what Colm would need.

SKILL
Move: Anchor
Level: 2
Quote: I'd like a date

SKILL
Move: Silence
Level: 3
Quote: What would Colm want to see

SKILL
Move: Charm
Level: 3
Quote: Sorry`;

const about = { framework: "anchor-reason-silence", said } as const;

describe("reading a debrief", () => {
  test("keeps what is of the form and verbatim; false quotations are dropped and counted", () => {
    const { debrief, dropped } = readDebrief(whole, about);
    expect(debrief.strengths).toEqual([
      { quote: "I’d like  a date", ordinal: 1, why: "It asks for one thing that Ruth can answer." },
    ]);
    expect(debrief.changes).toEqual([
      {
        quoted: null,
        why: "The second apology took the edge off what came before it.",
        instead: "I would like a date for the forty-six.",
      },
    ]);
    expect(debrief.skills).toEqual([
      { move: "anchor", level: "done", evidence: { quote: "I’d like  a date", ordinal: 1 } },
      { move: "silence", level: "not-observed", evidence: null },
    ]);
    expect(debrief.plan).toContain("then I will ask");
    // The second strength, the change, the phrase inside it, and Silence.
    expect(dropped).toBe(4);
  });

  test("at most two strengths, two changes, one moment and one plan, whatever was written", () => {
    const { debrief } = readDebrief(`${whole}\n\n${whole}\n\n${whole}`, about);
    expect([debrief.strengths.length, debrief.changes.length]).toEqual([2, 2]);
    expect(debrief.skills).toHaveLength(2);
  });

  test("a score over all has no place in it", () => {
    const scored = `SCORE\nOverall: 82 of 100\n\n${whole}\n\nOVERALL: 82/100`;
    expect(JSON.stringify(readDebrief(scored, about).debrief)).not.toContain("82");
  });

  test("cut off anywhere, what is left is whole sentences of the form", () => {
    const full = JSON.stringify(readDebrief(whole, about).debrief);
    for (let end = 0; end < whole.length; end += 3) {
      const { debrief } = readDebrief(whole.slice(0, end), about);
      const pieces = [
        ...debrief.strengths.map(({ why }) => why),
        ...debrief.changes.flatMap(({ why, instead }) => [why, instead]),
        ...(debrief.plan ? [debrief.plan] : []),
      ];
      for (const piece of pieces) expect(full).toContain(piece);
    }
  });

  test("while it is written, the words that have come stand already", () => {
    const { debrief } = readDebrief("STRENGTH\nQuote: I'd like a date\nWhy: It asks for one", {
      ...about,
      open: true,
    });
    expect(debrief.strengths[0]?.why).toBe("It asks for one");
  });
});

describe("checking a debrief", () => {
  const [{ content, learners }] = seeded.filter(({ slug }) => slug === "the-promised-raise") as [
    (typeof seeded)[number],
  ];
  const path = rehearse({ content, lines: learners.skilled.slice(0, 3) });

  test.each(["", "I would rather not say.", "{}", "STRENGTH\nQuote: never said\nWhy: Because it was."])(
    "fails where nothing of it can be shown: %j",
    (raw) => {
      expect(checkDebrief(raw, { path, content })).toMatchObject({ ok: false, reason: "debrief empty" });
    },
  );

  test("a coach that speaks as the partner is not heard", () => {
    const raw = "CHANGE\nWhy: I felt cornered, and my patience went.\nInstead: Ask me first, then wait.";
    expect(checkDebrief(raw, { path, content })).toMatchObject({ ok: false });
  });

  test("an answer about it that praises without a quotation is none", () => {
    expect(checkAnswer("Great job, truly.", { path, content })).toEqual({
      ok: false,
      reason: "answer flattery",
    });
    expect(checkAnswer("Ask first, then wait.", { path, content })).toMatchObject({ ok: true });
  });
});
