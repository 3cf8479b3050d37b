import { describe, expect, test } from "vitest";
import type { LearnerAct } from "#app/features/conversations/conversation.ts";
import diagnosis from "#db/seeds/scenarios/after-the-diagnosis.ts";
import friend from "#db/seeds/scenarios/feedback-to-a-friend.ts";
import christmas from "#db/seeds/scenarios/not-home-this-year.ts";
import loan from "#db/seeds/scenarios/the-loan.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { lastOf, rehearse } from "#app/features/coaching/testing.ts";
import { fittingMove, movesShown } from "./fitting-move.ts";

const raiseSkilled = seeded.find(({ content }) => content === raise)?.learners.skilled ?? [];

type Content = (typeof seeded)[number]["content"];

describe("a note says what the turn really brought", () => {
  test("a wish that was heard and not granted has no yes yet", () => {
    const { state, coach } = lastOf(raise, ["We should talk.", "I'd like an email by Friday."]);
    expect(state.beat.does).toBe("move");
    expect(coach.text).toMatch(/yes is still to come|without a promise|nothing is promised/u);
  });

  test("a promise of one's own is no trade", () => {
    const { coach } = lastOf(raise, [
      "In April, at the stocktake, you told me we'd get there by the summer.",
      "It sounds like you're stuck between what you told me and what you may sign.",
      "What would Colm need to see to say yes?",
      "Since June I run Owen's eleven accounts, nine hours a week.",
      "I'd like forty-six thousand, the figure you named.",
      "I'll send you the page on Thursday.",
    ]);
    expect(coach.text).not.toMatch(/all-or-nothing|yes to in part|^Trade/u);
  });

  test.each<[Content, string, string]>([
    [christmas, "I'd like us to have this Christmas in our own place.", "Assert"],
    [christmas, "I'm sad about the tree, because I love that evening.", "Express"],
    [raise, "How do you see my part in this?", "Silence"],
    [diagnosis, "So it's mostly the mornings that get you.", "Reflect"],
    [loan, "I want 200 a month from the first of next month.", "Offer options"],
    [loan, "I need 200 a month from the first.", "Offer options"],
    [loan, "I want two hundred a month.", "Offer options"],
    [loan, "I need my own money back because the boiler's dead.", "Name your interest"],
    [
      raise,
      "I delivered the release alone since March. Could we agree on 8 percent from the first of the month?",
      "Anchor",
    ],
    [raise, "Would it be all right if I suggested something?", "Asking leave"],
    [friend, "Would it be all right if I suggested something?", "Ask permission"],
    [diagnosis, "Would it be all right if I suggested something?", "Ask before offering"],
    [raise, "I won't accept less than 44,000.", "Hold"],
    [
      raise,
      "No, thank you, I can't wait until February, and I appreciate that you're honest with me.",
      "Hold",
    ],
  ])("a skilled line that moves nothing is called by its name (%#): %s", (content, line, label) => {
    const { coach, state, before } = lastOf(content, ["Hello there, you.", line]);
    if (state.resistance === before.state.resistance)
      expect(coach.text).not.toMatch(/easy to set aside|Not yet —/u);
    expect(coach.text.startsWith(`${label} — `), coach.text).toBe(true);
  });

  test("a floor is a line drawn, and no no was heard in it", () => {
    const { coach } = lastOf(raise, ["Hello.", "I won't accept less than 44,000."]);
    expect(coach.text).toMatch(/draws a line|below what/u);
  });

  test("a lower figure is given in to where nobody offered it, and agreed to where somebody did", () => {
    const acts = (line: string) => lastOf(raise, ["Hello there, you.", line]).moves?.acts ?? [];
    for (const line of [
      "Fine, 43,000 is okay for me then",
      "43,000 is fine by me.",
      "Okay, I'll take 43,000.",
    ])
      expect(acts(line), line).toContain("give-in");
    for (const line of [
      "I know 43,000 is fine for the others.",
      "43,000 is not okay for me.",
      "Okay, I'll take 43,000 if the rest comes in February.",
    ])
      expect(acts(line), line).not.toContain("give-in");
    const path = rehearse({ content: raise, lines: raiseSkilled });
    const at = path.findIndex(({ state }) => state.beat.does === "concede");
    const taken = [...raiseSkilled.slice(0, at), "Fine, 43,500 is okay for me then"];
    expect(lastOf(raise, taken).moves?.acts).toContain("accept");
    expect(lastOf(raise, taken).moves?.acts).not.toContain("give-in");
  });

  test("who hears the no and holds on is not told to hear it", () => {
    const warm = "No, thank you, I can't wait until February, and I appreciate that you're honest with me.";
    const { coach } = lastOf(raise, ["Hello.", "I want forty-six thousand.", warm]);
    expect(coach.text).toMatch(/^Hold — .* Keep in mind Ruth’s own reason: /u);
  });

  test("a figure asked for beside its reason is both, and neither is asked for again", () => {
    const line = "I delivered the release alone since March. Could we agree on 8 percent from the first?";
    const path = rehearse({ content: raise, lines: ["Hello.", line] });
    expect(movesShown(raise, path).flatMap((shown) => shown.map(({ id }) => id))).toEqual([
      "reason",
      "anchor",
    ]);
    expect(path.at(-1)?.coach.text).not.toMatch(/Try (?:Anchor|Reason)/u);
  });

  test("of nothing it says that it got through where the partner stands as before", () => {
    for (const { content, learners } of seeded) {
      const path = rehearse({ content, lines: [...learners.skilled, ...learners.passive] });
      for (const [at, { state, coach }] of path.entries()) {
        const before = path[at - 1];
        if (before && state.resistance >= before.state.resistance && state.trust <= before.state.trust)
          expect(coach.text).not.toMatch(/guard comes down|takes it in|softens|gets through/u);
      }
    }
  });
});

describe.each(seeded)("the author's good examples of $slug", ({ content }) => {
  test.each([
    ...content.examples,
    ...frameworks[content.framework].moves.map(({ id, good }) => ({ move: id, good })),
  ])("are seen as what they show: $move, $good", ({ move, good }) => {
    const [, turn] = rehearse({ content, lines: [good] });
    if (!turn) throw new Error("one line is one turn");
    const shown = movesShown(content, [{ ...turn, ordinal: 3 }]).flat();
    // The one move that is seen only in how a no is said, without anything round it.
    const also = move === "appear-confident" ? "assert" : move;
    if (!hard.includes(good)) expect(shown.map(({ id }) => [move, also].includes(id))).toContain(true);
  });
});

/** Nothing in the words says that this stays with a point; only the talk before it does. */
const hard = ["I know the date is announced. The appointments would still go to the wrong clinic."];

test.each<[Content, string, string]>([
  [christmas, "I'm sorry, that was unkind.", "describe"],
  [loan, "Remember the money I lent you two years ago?", "ask-theirs"],
  [loan, "I won't tell Mum and Dad.", "set-limit"],
  [raise, "I will not put anything in writing.", "hold"],
  [raise, "Nobody gives a damn about any of that.", "reason"],
  [raise, "Fine, 43,000 is okay for me then", "reason"],
  [raise, "Okay, I'll take 43,000.", "anchor"],
  [loan, "I want 200 a month from the first of next month.", "name-interests"],
  [raise, "I'll send you the page on Thursday.", "trade"],
  [raise, "Everything has become so expensive.", "reason"],
  [diagnosis, "Are you all right?", "open-question"],
])("and what is none is seen as none ($title): %s, %s", (content, line, move) => {
  const { before: _, ...turn } = lastOf(content, ["Hello there, you.", line]);
  expect(movesShown(content, [turn]).flatMap((shown) => shown.map(({ id }) => id))).not.toContain(move);
});

test("the bad examples of a question are none", () => {
  for (const { content } of seeded) {
    for (const { move, bad } of content.examples) {
      if (!["ask-theirs", "invite", "silence", "open-question"].includes(move)) continue;
      const [, turn] = rehearse({ content, lines: [bad] });
      if (turn && move !== "silence")
        expect({ bad, seen: fittingMove(content, turn)?.id }).not.toEqual({ bad, seen: move });
    }
  }
});

test("a line counts nothing that has not happened", () => {
  const vague = ["Hello.", "Maybe, at some point."];
  for (const lines of [vague, ["You're useless."], ["Maybe, sort of, perhaps."]])
    for (const { partner } of rehearse({ content: raise, lines: lines.slice(0, 1) }).slice(1))
      expect(partner.text).not.toMatch(/\btwice\b/u);
  const acts: LearnerAct[] = lastOf(christmas, ["Hello.", "Go to Bea, then."]).moves?.acts ?? [];
  expect(acts).not.toContain("ask");
});
