import { screenWords } from "#app/features/scenarios/screening/screening-words.ts";
import type { LintFault, ScreenFault } from "./faults.ts";
import { lintWords } from "./writing-words.ts";
import type { WrittenField, WrittenScenario } from "./written-scenario.ts";

/** What was written and could not be kept, and why. */
export type RefusedScenario = {
  written: WrittenScenario;
  faults: LintFault[];
  screened: ScreenFault<WrittenField>[];
  /** Nothing is wrong with it: the database could not be reached. */
  away: boolean;
};

/** What is to be said at a field, in words; null: nothing. All that is wrong with a list is said at once. */
export function errorAt(refused: RefusedScenario | null, field: WrittenField): string | null {
  const screened = refused?.screened.find((fault) => fault.field === field);
  if (screened) return screenWords(screened.reason, screened.found);
  const faults = refused?.faults.filter((fault) => fault.field === field) ?? [];
  return faults.length === 0 ? null : [...new Set(faults.map(lintWords))].slice(0, mostTold).join(" ");
}

const mostTold = 3;

/** Faults of what the program makes itself have no field: they are said over the form. */
export function otherErrors(refused: RefusedScenario | null): string[] {
  const made = ["lines", "examples", "difficulty"];
  return [...new Set((refused?.faults ?? []).filter(({ field }) => made.includes(field)).map(lintWords))];
}
