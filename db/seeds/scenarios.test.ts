import { describe, expect, test } from "vitest";
import { difficulties } from "#app/features/scenarios/forms.ts";
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

const maxSentences = 4;
const maxOpenerSentences = 2;
const maxLearnerWords = 60;
/** Enough for about twelve turns of holding a position without saying a line twice. */
const enough = { resist: 14, probe: 6, provoked: 6, learnerLines: 11 };

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
  const { persona, lines, concessions } = content;

  test("is what the schema asks for, under a slug that fits a URL", () => {
    expect(scenarioContentSchema.safeParse(content).error).toBeUndefined();
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("speaks only of moves, secrets, topics and concessions that exist, and leaves none without a line", () => {
    expect(ids(lines.moved.map(({ move }) => move))).toEqual(ids(persona.moves.map(({ id }) => id)));
    expect(ids(lines.disclose.map(({ secret }) => secret))).toEqual(ids(persona.secrets.map(({ id }) => id)));
    expect(ids(lines.concede.map(({ concession }) => concession))).toEqual(
      ids(concessions.map(({ id }) => id)),
    );
    expect(ids(lines.resist.map(({ topic }) => topic))).toEqual(
      ids(["any", ...persona.positions.map(({ topic }) => topic)]),
    );
  });

  test("shows each example once, for a move of its framework, and a good one that differs from the bad", () => {
    const shown = content.examples.map(({ move }) => move);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.filter((move) => !frameworkMoves[content.framework].includes(move))).toEqual([]);
    for (const { good, bad } of content.examples) expect(good).not.toBe(bad);
  });

  test("never has the partner say a line twice, ask two questions, make a list or go past four sentences", () => {
    const spoken = spokenBy(content);
    expect(new Set(spoken.map(plain)).size).toBe(spoken.length);
    expect(spoken.filter((line) => sentences(line) > maxSentences)).toEqual([]);
    expect(spoken.filter((line) => (line.match(/\?/g) ?? []).length > 1)).toEqual([]);
    expect(spoken.filter((line) => /[\n*#_`]|^\s*[-•\d]+[.)]?\s/.test(line))).toEqual([]);
    expect(sentences(content.opener)).toBeLessThanOrEqual(maxOpenerSentences);
    expect(lines.probe.filter((line) => !line.includes("?"))).toEqual([]);
  });

  test("has lines enough for a long conversation", () => {
    expect(lines.resist.length).toBeGreaterThanOrEqual(enough.resist);
    expect(lines.probe.length).toBeGreaterThanOrEqual(enough.probe);
    expect(lines.provoked.length).toBeGreaterThanOrEqual(enough.provoked);
  });

  test("has keywords that code can find: lower case, trimmed, once per list", () => {
    const lists = [...persona.positions, ...persona.moves, ...persona.triggers, ...persona.secrets];
    for (const { keywords } of lists) {
      expect(keywords).toEqual(keywords.map((keyword) => keyword.trim().toLowerCase()));
      expect(new Set(keywords).size).toBe(keywords.length);
    }
  });

  test("gets harder with its difficulty, and no rung is given before an easier one", () => {
    for (const name of difficulties) {
      const { ladder, resistance } = content.difficulty[name];
      expect(ladder).toHaveLength(concessions.length);
      expect(ladder).toEqual(ladder.toSorted((a, b) => b - a));
      expect(ladder[0]).toBeLessThan(resistance);
    }
    const { easy, real, hard } = content.difficulty;
    expect(fallsNeeded(easy)).toBeLessThan(fallsNeeded(real));
    expect(fallsNeeded(real)).toBeLessThan(fallsNeeded(hard));
    expect(hard.patience).toBeLessThan(real.patience);
    expect(real.patience).toBeLessThan(easy.patience);
    expect(easy.disclosure).toBeLessThan(hard.disclosure);
  });

  test("is played by three learners who type like people", () => {
    const cast = learners.get(slug);
    if (!cast) throw new Error(`no learners for ${slug}`);
    const typed = [...cast.rude, ...cast.passive, ...cast.skilled];
    expect(new Set(typed.map(plain)).size).toBe(typed.length);
    for (const said of [cast.rude, cast.passive, cast.skilled]) {
      expect(said.length).toBeGreaterThanOrEqual(enough.learnerLines);
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

function spokenBy({ opener, lines }: ScenarioContent): string[] {
  return [
    opener,
    ...[...lines.resist, ...lines.moved, ...lines.concede, ...lines.disclose].map(({ text }) => text),
    ...lines.probe,
    ...lines.provoked,
    ...lines.unimpressed,
    ...lines.puzzled,
    ...lines.relieved,
    ...Object.values(lines.ending).flat(),
  ];
}

function sentences(line: string): number {
  return (line.match(/[.!?…]+(?=["”’)]*(\s|$))/g) ?? []).length;
}

function plain(line: string): string {
  return line
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

function ids(names: string[]): string[] {
  return [...new Set(names)].toSorted();
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, -".ts".length);
}
