import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

type Difficulties = ScenarioContent["difficulty"];

/** At which resistance each rung is given, for a ladder of three, four and five steps. As in the seeded scenarios. */
const ladders: Record<number, { easy: number[]; real: number[]; hard: number[] }> = {
  3: { easy: [5, 4, 3], real: [6, 4, 2], hard: [6, 4, 2] },
  4: { easy: [5, 5, 4, 3], real: [6, 5, 4, 2], hard: [6, 4, 3, 2] },
  5: { easy: [5, 5, 4, 4, 3], real: [6, 5, 4, 3, 2], hard: [6, 5, 4, 3, 2] },
};

/** The numbers of a scenario whose author set none, for so many steps (3 to 5). */
export function difficultyFor(steps: number): Difficulties {
  const { easy, real, hard } = ladders[Math.min(5, Math.max(3, steps))] ?? { easy: [], real: [], hard: [] };
  return {
    easy: { resistance: 6, trust: 5, patience: 8, disclosure: -1, ladder: easy, sentences: 3 },
    real: { resistance: 7, trust: 4, patience: 6, disclosure: 0, ladder: real, sentences: 3 },
    hard: { resistance: 8, trust: 3, patience: 4, disclosure: 2, ladder: hard, sentences: 2 },
  };
}
