import { expect, test } from "vitest";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { anyScenario } from "#e2e/fakes/learners/any-scenario.ts";
import { partnerLines } from "./partner-lines.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";

test("a step given for a move answers the move first", () => {
  for (const { content, learners } of seeded) {
    const path = rehearse({ content, lines: learners.skilled });
    for (const { state, moves, partner } of path) {
      const { beat } = state;
      if (beat.does !== "concede" || moves?.earned.length === 0) continue;
      const step = content.lines.concede.filter(({ concession }) => concession === beat.concession);
      expect(step.some(({ text }) => partner.text.endsWith(text))).toBe(true);
      expect(step.some(({ text }) => partner.text === text)).toBe(false);
    }
  }
});

test("a position is held on the topic the learner raised", () => {
  const path = rehearse({
    content: raise,
    lines: ["The budget and the freeze are what everybody talks about."],
  });
  const onTopic = raise.lines.resist.flatMap(({ topic, text }) => (topic === "the freeze" ? [text] : []));
  expect(onTopic).toContain(path.at(-1)?.partner.text);
});

test("what nobody raised is not answered: a resisting line is of the topic at hand, or of none", () => {
  for (const { content, learners } of seeded) {
    for (const lines of [learners.rude, learners.passive, learners.skilled, ...Object.values(anyScenario)]) {
      for (const { partner, state } of rehearse({ content, lines })) {
        const line = content.lines.resist.find(({ text }) => text === partner.text);
        if (line === undefined || line.topic === "any") continue;
        expect({ said: partner.text, about: line.topic }).toEqual({
          said: partner.text,
          about: state.beat.does === "resist" ? state.beat.topic : null,
        });
      }
    }
  }
});

test("what was said before comes last, whatever the beat", () => {
  const path = rehearse({
    content: raise,
    lines: Array.from({ length: 6 }, (_, at) => `Reason number ${at}: the pay is what it is.`),
  });
  const lines = partnerLines({ content: raise, difficulty: "real", path: [...path, ...path.slice(-1)] });
  const said = new Set(path.map(({ partner }) => partner.text));
  const firstSaid = lines.findIndex((line) => said.has(line));
  expect(firstSaid).toBeGreaterThan(0);
  expect(lines.slice(0, firstSaid).some((line) => said.has(line))).toBe(false);
});
