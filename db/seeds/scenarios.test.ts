import { describe, expect, test } from "vitest";
import { lintScenario } from "#app/features/coaching/scenario-writing/lint-scenario.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { writtenFrom } from "#app/features/coaching/scenario-writing/written-from.ts";
import { screenScenario } from "#app/features/scenarios/screening/screen-scenario.ts";
import { scenarioContentSchema, type ScenarioContent } from "#app/features/scenarios/scenario.ts";

type Learners = { rude: string[]; passive: string[]; skilled: string[] };

const seeded = import.meta.glob<ScenarioContent>("./scenarios/*.ts", { eager: true, import: "default" });
const played = import.meta.glob<Learners>("/e2e/fakes/learners/*.ts", { eager: true, import: "default" });

const scenarios = Object.entries(seeded).map(([path, content]) => ({ slug: slugOf(path), content }));
const learners = new Map(Object.entries(played).map(([path, lines]) => [slugOf(path), lines]));

/** Written out here, not imported, so that renaming a move in the code shows up as a broken scenario. */
const frameworkMoves: Record<ScenarioContent["framework"], string[]> = {
  "dear-man": ["describe", "express", "assert", "reinforce", "stay-mindful", "appear-confident", "negotiate"],
  "interests-rights-power": ["name-interests", "ask-theirs", "find-common", "offer-options", "set-limit"],
  sbi: ["ask-permission", "situation", "behaviour", "impact", "invite", "agree-next"],
  "anchor-reason-silence": ["anchor", "reason", "silence", "trade", "hold"],
  oars: ["open-question", "affirm", "reflect", "summarise", "ask-offer"],
};

const maxLearnerWords = 60;
/** Enough for about twelve turns. */
const enoughLearnerLines = 11;

describe("the seeded scenarios together", () => {
  test("are eight, with a title each, over work, family and care", () => {
    expect(scenarios).toHaveLength(8);
    expect(new Set(scenarios.map(({ content }) => content.title)).size).toBe(8);
    expect(new Set(scenarios.map(({ content }) => content.persona.name)).size).toBe(8);
    expect(new Set(scenarios.map(({ content }) => content.category))).toEqual(
      new Set(["work", "family", "care"]),
    );
  });

  test("teach every framework at least once", () => {
    const taught = new Set(scenarios.map(({ content }) => content.framework));
    expect(taught).toEqual(new Set(Object.keys(frameworkMoves)));
  });
});

describe.each(scenarios)("$slug", ({ slug, content }) => {
  const { persona } = content;

  test("is what the schema asks for, under a slug that fits a URL", () => {
    expect(scenarioContentSchema.safeParse(content).error).toBeUndefined();
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("passes the lint that every scenario has to pass, whoever writes it", () => {
    expect(lintScenario(content)).toEqual([]);
  });

  test("is the same again after it went through the form that administrators edit it in", () => {
    const again = lintWritten(writtenFrom(content), content);
    expect(again).toEqual({ ok: true, content });
  });

  test("passes the screening that a learner's own has to pass, but that its names are invented", () => {
    const screened = screenScenario(writtenFrom(content));
    expect(screened.filter(({ reason }) => reason !== "identifying")).toEqual([]);
  });

  test("shows examples for moves of its framework only", () => {
    const shown = content.examples.map(({ move }) => move);
    expect(shown.filter((move) => !frameworkMoves[content.framework].includes(move))).toEqual([]);
  });

  test("is played by three learners who type like people", () => {
    const cast = learners.get(slug);
    if (!cast) throw new Error(`no learners for ${slug}`);
    const typed = [...cast.rude, ...cast.passive, ...cast.skilled];
    expect(new Set(typed.map(plain)).size).toBe(typed.length);
    for (const said of [cast.rude, cast.passive, cast.skilled]) {
      expect(said.length).toBeGreaterThanOrEqual(enoughLearnerLines);
    }
    expect(cast.skilled.filter((line) => line.split(/\s+/).length > maxLearnerWords)).toEqual([]);
  });

  test("moves for the skilled learner's own words, and not for the rude or the passive one's", () => {
    const cast = learners.get(slug);
    if (!cast) throw new Error(`no learners for ${slug}`);
    const needed = Math.min(persona.moves.length, fallsNeeded(content.difficulty.real));
    expect(movesIn(content, cast.skilled).length).toBeGreaterThanOrEqual(needed);
    expect(movesIn(content, cast.rude).length).toBeLessThanOrEqual(1);
    expect(movesIn(content, cast.passive).length).toBeLessThanOrEqual(1);
  });
});

/** How many points of resistance stand between the opener and the agreement. */
function fallsNeeded({ resistance, ladder }: { resistance: number; ladder: number[] }): number {
  return resistance - (ladder.at(-1) ?? 0);
}

function movesIn(content: ScenarioContent, said: string[]): string[] {
  return content.persona.moves
    .filter(({ keywords }) => keywords.some((keyword) => said.some((line) => mentions(line, keyword))))
    .map(({ id }) => id);
}

function mentions(line: string, keyword: string): boolean {
  return ` ${plain(line)} `.includes(` ${plain(keyword)} `);
}

function plain(line: string): string {
  return line
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, -".ts".length);
}
