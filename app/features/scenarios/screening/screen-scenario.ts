import {
  type Situation,
  situationFaults,
  type SituationField,
} from "#app/features/scenarios/own/situation.ts";
import type { ScreenFault } from "#app/features/scenarios/writing/faults.ts";
import { overLimits } from "#app/features/scenarios/writing/over-limits.ts";
import type { WrittenField, WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { screen, type Screened } from "./screen.ts";

/**
 * What of the answers may not be practised here, the first of each question. What is over its limit is not screened: it
 * comes back whatever stands in it.
 */
export function screenSituation(situation: Situation): ScreenFault<SituationField>[] {
  const { who, name, role, happened, goal, topics, theirView, mightMove } = situation;
  const over = new Set(
    situationFaults(situation)
      .filter(({ reason }) => reason === "too-long" || reason === "too-many")
      .map(({ field }) => field),
  );
  const texts: Screened<SituationField>[] = [
    { field: "who", part: "person", text: who },
    { field: "name", part: "person", text: name },
    { field: "role", part: "story", text: role },
    { field: "happened", part: "story", text: happened },
    { field: "goal", part: "aim", text: goal },
    { field: "topics", part: "story", text: topics.join("; ") },
    { field: "theirView", part: "story", text: theirView },
    { field: "mightMove", part: "aim", text: mightMove.join("; ") },
  ];
  return screen(texts.filter(({ field }) => !over.has(field)));
}

/** The same of a scenario as it is written: every text that somebody can type. */
export function screenScenario(written: WrittenScenario): ScreenFault<WrittenField>[] {
  const told = (field: WrittenField, ...texts: string[]) => ({
    field,
    part: "story" as const,
    text: texts.join("; "),
  });
  const { positions, moves, triggers, secrets, concessions } = written;
  const over = overLimits(written);
  const texts: Screened<WrittenField>[] = [
    { field: "name", part: "person", text: written.name },
    { field: "relationship", part: "person", text: written.relationship },
    { field: "who", part: "portrait", text: written.who },
    { field: "goal", part: "aim", text: written.goal },
    told("title", written.title),
    told("summary", written.summary),
    told("situation", written.situation),
    told("role", written.role),
    told("opener", written.opener),
    told("interests", ...written.interests),
    told("positions", ...positions.flatMap(({ topic, position, words }) => [topic, position, words])),
    told("moves", ...moves.flatMap(({ what, words }) => [what, words])),
    told("never", ...written.never),
    told("triggers", ...triggers.flatMap(({ what, words }) => [what, words])),
    told("knows", ...written.knows),
    told("doesNotKnow", ...written.doesNotKnow),
    told("secrets", ...secrets.flatMap(({ fact, condition, words }) => [fact, condition, words])),
    told("speech", ...written.speech),
    told("concessions", ...concessions.map(({ what }) => what)),
  ];
  return screen(texts.filter(({ field }) => !over.has(field)));
}
