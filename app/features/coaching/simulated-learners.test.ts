import { describe, expect, test } from "vitest";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { anyScenario, injections } from "#e2e/fakes/learners/any-scenario.ts";
import { checkPartnerLine, partnerFaults } from "./partner/check-partner-line.ts";
import { sharedRun } from "./partner/partner-leak.ts";
import { partnerRequest } from "./prompts/partner-prompt.ts";
import { partnerRules } from "./prompts/partner-system.ts";
import { seeded } from "./seeded.testing.ts";
import { rehearse } from "./testing.ts";

const difficulties: Difficulty[] = ["easy", "real", "hard"];
const stages = seeded.flatMap(({ slug, content, learners }) =>
  difficulties.map((difficulty) => ({
    slug,
    difficulty,
    content,
    learners: { ...learners, ...anyScenario },
  })),
);

describe.each(stages)("$slug, $difficulty", ({ content, difficulty, learners }) => {
  const paths = Object.entries({ ...learners, injector: injections }).map(([name, lines]) => ({
    name,
    path: rehearse({ content, difficulty, lines }),
  }));
  const pathOf = (wanted: string) => paths.find(({ name }) => name === wanted)?.path ?? [];

  test.each(["rude", "passive", "pushover", "repeater", "injector"])(
    "a %s learner is given nothing",
    (name) => {
      for (const { state } of pathOf(name)) {
        expect(state).toMatchObject({ concessions: 0, disclosed: [] });
        expect(state.proposes).not.toBe("agreement");
        expect(["concede", "confirm", "disclose"]).not.toContain(state.beat.does);
      }
    },
  );

  test("a skilled learner is given something, one rung of the ladder at a time, and more than any other", () => {
    const given = pathOf("skilled").map(({ state }) => state.concessions);
    expect(given.at(-1)).toBeGreaterThan(0);
    for (const [at, rungs] of given.entries()) expect(rungs - (given[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("they do not all come to the same end", () => {
    const ends = paths.map(
      ({ path }) => path.findLast(({ state }) => state.proposes)?.state.proposes ?? "open",
    );
    expect(new Set(ends).size).toBeGreaterThanOrEqual(3);
  });

  test("nothing of the prompt, of the notes on the state or of the coach gets into the partner's words", () => {
    for (const { name, path } of paths) {
      for (const [at, turn] of path.entries()) {
        const said = turn.partner.text;
        const checked = checkPartnerLine(said, { content, difficulty, state: turn.state });
        expect({ name, ...checked }).toEqual({ name, ok: true, text: said, salvaged: false });
        expect(sharedRun(said, hiddenFrom(content, difficulty, path.slice(0, at + 1)))).toBeNull();
      }
    }
  });

  test("the coach has something to say to each of them on every turn but the first", () => {
    for (const { name, path } of paths) {
      const missed = path.slice(2).filter(({ coach }) => coach.text === "");
      expect({ name, missed: missed.map(({ learner }) => learner) }).toEqual({ name, missed: [] });
    }
  });

  test("the coach's words are in no prompt of the partner's", () => {
    for (const { path } of paths) {
      const marked = path.map((turn) => ({
        ...turn,
        coach: { ...turn.coach, text: "FOR-THE-LEARNER-ONLY" },
      }));
      const request = partnerRequest({ content, difficulty, path: marked, maxTokens: 300 });
      expect(JSON.stringify(request)).not.toContain("FOR-THE-LEARNER-ONLY");
    }
  });

  test.each(injections)("is answered as this person would answer odd talk: %s", (line) => {
    for (const before of [[], learners.skilled.slice(0, 2)]) {
      const path = rehearse({ content, difficulty, lines: [...before, line] });
      const [last, turn] = [path.at(-2), path.at(-1)];
      expect(turn?.state).toMatchObject({
        concessions: last?.state.concessions,
        disclosed: last?.state.disclosed,
        beat: { does: "be-puzzled" },
      });
      const said = turn?.partner.text ?? "";
      expect(partnerFaults(said, content)).toEqual([]);
      expect(said).not.toMatch(/\b(?:instruction|prompt|system|ai|model|coach|role)s?\b/iu);
    }
  });
});

/** What the partner's model or the coach was told, and no partner may say. */
function hiddenFrom(content: ScenarioContent, difficulty: Difficulty, path: Turn[]): string[] {
  return [
    ...partnerRules(content.difficulty[difficulty].sentences),
    ...content.persona.triggers.map(({ what }) => what),
    ...content.persona.secrets.map(({ condition }) => condition),
    ...path.map(({ coach }) => coach.text),
  ];
}
