import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/**
 * A version's content never changes and every turn's prompts begin with what is made of it: made once for each content
 * and each way (`how`), kept for as long as the content is.
 */
export function oncePerContent<How extends string[], Made>(
  make: (content: ScenarioContent, ...how: How) => Made,
): (content: ScenarioContent, ...how: How) => Made {
  const kept = new WeakMap<ScenarioContent, Map<string, Made>>();
  return (content, ...how) => {
    const ways = kept.get(content) ?? new Map<string, Made>();
    kept.set(content, ways);
    const way = how.join(" ");
    const made = ways.get(way) ?? make(content, ...how);
    ways.set(way, made);
    return made;
  };
}
