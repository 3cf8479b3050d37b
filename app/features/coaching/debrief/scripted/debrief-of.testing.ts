import { saidIn } from "#app/features/coaching/debrief/check-debrief.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { readDebrief } from "#app/features/coaching/debrief/read-debrief.ts";
import { partnerThoughts } from "#app/features/coaching/debrief/thoughts/partner-thoughts.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { scriptedDebrief } from "./scripted-debrief.ts";

/** For tests: what is shown after these lines, with the scripted voices. */
export function debriefOf(content: ScenarioContent, lines: string[]) {
  const path = rehearse({ content, lines });
  const { debrief } = readDebrief(scriptedDebrief({ content, path }), {
    framework: content.framework,
    said: saidIn(path),
  });
  return {
    debrief,
    pivotal: pivotalTurn(path),
    thoughts: partnerThoughts(content, path).map(({ thought }) => thought),
  };
}
