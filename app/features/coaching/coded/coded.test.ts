import { describe, expect, test } from "vitest";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { maxChangePerTurn, nextState } from "#app/features/coaching/partner/partner-state.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import type { CodedMoves, LearnerMoves, Turn } from "#app/features/conversations/conversation.ts";
import { codedPart, readCodedMoves } from "./coded-moves.ts";
import { agrees, correctionDue } from "./correction.ts";
import { ShownPart } from "./shown-part.ts";

const [{ content, learners } = expectSeeded()] = seeded;
const noted = "Anchor — “46,000” says it once. Now wait.";
const coded = `<coded>{"acts":["ask"],"earned":[]}</coded>`;

describe("the structured part after a note", () => {
  test.each([
    ["whole", `${noted}\n${coded}`, noted],
    ["without white space before it", `${noted}${coded}`, noted],
    ["cut off in its mark", `${noted}\n<cod`, noted],
    ["cut off behind it", `${noted}\n<coded>{"acts"`, noted],
    ["that is not there", noted, noted],
    ["that is not there, after a less-than sign", "Less — 3 < 4, and so on.", "Less — 3 < 4, and so on."],
  ])("%s is never shown, wherever the stream is cut", (_, whole, shown) => {
    for (const size of [1, 2, 3, 7, 1_000]) {
      const part = new ShownPart();
      const said = (whole.match(new RegExp(`[\\s\\S]{1,${size}}`, "gu")) ?? []).map((delta) =>
        part.push(delta),
      );
      expect(said.join("") + part.end()).toBe(shown);
      expect(shown + part.hidden).not.toMatch(/<cod(?!ed>)/u);
    }
  });

  test.each([
    ["alone", coded, ""],
    ["after white space, and alone", `\n ${coded} \n`, "\n"],
    ["first, and then the note", `${coded}\n${noted}`, noted],
    ["first, with white space about it, and then the note", ` ${coded} \n\n${noted} `, ` ${noted} `],
  ])("that came %s, is never shown, and the note is", (_, whole, shown) => {
    for (const size of [1, 2, 3, 7, 1_000]) {
      const part = new ShownPart();
      const said = (whole.match(new RegExp(`[\\s\\S]{1,${size}}`, "gu")) ?? []).map((delta) =>
        part.push(delta),
      );
      expect((said.join("") + part.end()).trim()).toBe(shown.trim());
      expect(readCodedMoves(part.hidden, content)).toEqual({ acts: ["ask"], earned: [] });
    }
  });

  test("is read when it has just the shape that was asked for, and is nothing otherwise", () => {
    const earned = content.persona.moves[0]?.id ?? "";
    const good: CodedMoves = { acts: ["ask", "own-part"], earned: [earned] };
    expect(readCodedMoves(codedPart(good), content)).toEqual(good);
    for (const bad of [
      "",
      "<coded>",
      `{"acts":[],"earned":[]}`,
      `{"acts":["shout"],"earned":[]}`,
      `{"acts":["ask"],"earned":["made-up"]}`,
      `{"acts":["ask"]}`,
      `{"acts":["ask"],"earned":[],"say":"hello"}`,
      `{"acts":["ask","ask","ask","ask"],"earned":[]}`,
      `{"acts":["ask"],"earned":[]`,
    ])
      expect(readCodedMoves(bad, content), bad).toBeNull();
  });
});

describe("where rules and model disagree", () => {
  const moves: LearnerMoves = { acts: ["give-reason"], earned: [], askedAbout: [], topic: null, phrase: "" };

  test.each([
    ["the same", {}, { acts: ["give-reason"], earned: [] }, true],
    ["another harmless act", {}, { acts: ["ask"], earned: [] }, true],
    ["an insult the rules missed", {}, { acts: ["insult"], earned: [] }, false],
    ["no insult after all", { acts: ["insult"] }, { acts: ["ask"], earned: [] }, false],
    ["a move the rules missed", {}, { acts: ["ask"], earned: ["x"] }, false],
    ["a heap of the right words", { earned: ["x"] }, { acts: ["unclear"], earned: [] }, false],
  ] as const)("%s", (_, read, model, same) => {
    expect(agrees({ ...moves, ...read } as LearnerMoves, model as unknown as CodedMoves)).toBe(same);
  });

  test.each(seeded)("the state moves no further than it may, whatever is coded: $slug", (scenario) => {
    const path = rehearse({ content: scenario.content, lines: scenario.learners.skilled });
    const all = scenario.content.persona.moves.map(({ id }) => id);
    for (const wrong of [
      { acts: ["insult"], earned: [] },
      { acts: ["reflect"], earned: all.slice(0, 2) },
    ] satisfies CodedMoves[]) {
      for (const at of path.keys()) {
        const last = path[at];
        const before: Turn[] = path.slice(0, at).map((turn) => ({ ...turn, coded: wrong }));
        const was = before.at(-1)?.state;
        if (!last?.moves || !was) continue;
        const { content: about } = scenario;
        const { moves, ordinal } = last;
        const now = nextState({ content: about, difficulty: "real", before, moves, turn: ordinal });
        expect(Math.abs(now.trust - was.trust)).toBeLessThanOrEqual(maxChangePerTurn);
        expect(now.resistance - was.resistance).toBeLessThanOrEqual(maxChangePerTurn);
        // The partner never folds to a coach's opinion.
        expect(now.resistance - was.resistance).toBeGreaterThanOrEqual(-1);
        expect(now.concessions - was.concessions).toBeLessThanOrEqual(1);
        const again = [...before, { ...last, coded: wrong, state: now }];
        expect(correctionDue(again).ordinals).toEqual([ordinal]);
      }
    }
  });

  test("without any coding nothing is corrected", () => {
    expect(correctionDue(rehearse({ content, lines: learners.skilled }))).toEqual({
      resistance: 0,
      trust: 0,
      earned: [],
      ordinals: [],
    });
  });
});

function expectSeeded(): never {
  throw new Error("there are seeded scenarios");
}
