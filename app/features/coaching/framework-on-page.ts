import type { ScenarioOnPage } from "#app/features/scenarios/scenario-page.tsx";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "./frameworks.ts";

/** The scenario's framework with its own examples in place of the general ones. */
export function frameworkOnPage(content: ScenarioContent): ScenarioOnPage["framework"] {
  const { name, oneLine, moves } = frameworks[content.framework];
  return {
    name,
    oneLine,
    moves: moves.map((move) => {
      const own = content.examples.find((example) => example.move === move.id);
      return { ...move, good: own?.good ?? move.good, bad: own?.bad ?? move.bad };
    }),
  };
}
