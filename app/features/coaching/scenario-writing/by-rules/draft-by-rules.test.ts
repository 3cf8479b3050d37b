import { describe, expect, test } from "vitest";
import { rehearse } from "#app/features/coaching/testing.ts";
import { checkPartnerLine } from "#app/features/coaching/partner/check-partner-line.ts";
import { difficulties } from "#app/features/scenarios/forms.ts";
import { aims, type Situation, situationFaults } from "#app/features/scenarios/own/situation.ts";
import { screenScenario } from "#app/features/scenarios/screening/screen-scenario.ts";
import { anyScenario, injections } from "#e2e/fakes/learners/any-scenario.ts";
import { aSituation, learnersOf } from "#e2e/fakes/situations.ts";
import { draftByRules } from "./draft-by-rules.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";

const situations: { name: string; situation: Situation }[] = [
  ...aims.map((aim) => ({ name: `to ${aim}`, situation: { ...aSituation, aim } })),
  { name: "with as little as may be", situation: least() },
  { name: "with as much as may be", situation: most() },
];

describe.each(situations)("a draft by rules, $name", ({ situation }) => {
  const linted = lintWritten(draftByRules(situation), null);
  const content = linted.ok ? linted.content : null;

  test("can be practised as it is: it passes the lint of the catalogue and the screening", () => {
    expect(situationFaults(situation)).toEqual([]);
    expect(linted).toMatchObject({ ok: true });
    expect(screenScenario(draftByRules(situation))).toEqual([]);
  });

  test("has a position for every topic the learner named, and says what they told", () => {
    const topics = content?.persona.positions.map(({ topic }) => topic) ?? [];
    for (const topic of situation.topics) expect(topics).toContain(topic);
    expect(topics.length).toBeGreaterThanOrEqual(3);
    expect(content?.learner.role).toBe(situation.role);
    for (const what of situation.mightMove)
      expect(content?.persona.moves.map((move) => move.what)).toContain(what);
  });

  describe.each(difficulties)("at %s", (difficulty) => {
    if (!content) return;
    const paths = Object.entries({ ...learnersOf(content), ...anyScenario, injector: injections }).map(
      ([name, lines]) => ({ name, path: rehearse({ content, difficulty, lines }) }),
    );
    const pathOf = (wanted: string) => paths.find(({ name }) => name === wanted)?.path ?? [];

    test.each(["rude", "passive", "pushover", "repeater", "injector"])(
      "gives a %s learner nothing",
      (name) => {
        for (const { state } of pathOf(name)) {
          expect(state).toMatchObject({ concessions: 0, disclosed: [] });
          expect(state.proposes).not.toBe("agreement");
        }
      },
    );

    test("gives a skilled learner something, one step at a time", () => {
      const given = pathOf("skilled").map(({ state }) => state.concessions);
      expect(given.at(-1)).toBeGreaterThan(0);
      for (const [at, rungs] of given.entries()) expect(rungs - (given[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });

    test("speaks like a person, and the coach has something to say", () => {
      for (const { name, path } of paths) {
        for (const { partner, state } of path) {
          const checked = checkPartnerLine(partner.text, { content, difficulty, state });
          expect({ name, ...checked }).toEqual({ name, ok: true, text: partner.text, salvaged: false });
        }
        expect([name, path.slice(2).filter(({ coach }) => coach.text === "")]).toEqual([name, []]);
      }
    });
  });
});

function least(): Situation {
  return {
    ...aSituation,
    who: "ex",
    name: "J",
    role: "me",
    happened: "We never talk at all now",
    goal: "Peace",
    topics: ["it"],
    theirView: "",
    mightMove: [],
  };
}

/** Every answer as long as the questions allow. */
function most(): Situation {
  const long = (characters: number) => "long words here and there ".repeat(99).slice(0, characters).trim();
  return {
    ...aSituation,
    who: long(60),
    name: "N".repeat(30),
    role: long(100),
    happened: `${long(990)}.`,
    goal: long(200),
    topics: [1, 2, 3, 4, 5].map((number) => `${number}. ${long(37)}`),
    theirView: long(200),
    mightMove: [1, 2, 3].map((number) => `${long(155)} ${number}`),
  };
}
