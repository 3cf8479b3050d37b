import { type ScenarioContent, scenarioContentSchema } from "#app/features/scenarios/scenario.ts";
import type { LintFault, LintReason } from "#app/features/scenarios/writing/faults.ts";
import { blankScenario, type WrittenField } from "#app/features/scenarios/writing/written-scenario.ts";

/** What the schema of a version does not take, each said at the field it was written in. */
export function schemaFaults(content: ScenarioContent): LintFault[] {
  const { issues } = scenarioContentSchema.safeParse(content).error ?? { issues: [] };
  return issues.map(({ path, code }) => {
    const field = fieldAt(path);
    return { field, reason: reasonAt(field, code), about: isWritten(field) ? "" : path.join(".") };
  });
}

/** A form has its fields in one row; a version has some of them inside of others. */
function fieldAt([part, inner]: PropertyKey[]): LintFault["field"] {
  const name = part === "persona" || part === "learner" ? inner : part;
  if (name === "pronouns" || !isWritten(name)) return isMade(name) ? name : "lines";
  return name;
}

function isWritten(name: unknown): name is WrittenField {
  return typeof name === "string" && Object.hasOwn(blankScenario, name);
}

function isMade(name: unknown): name is "examples" | "difficulty" {
  return name === "examples" || name === "difficulty";
}

function reasonAt(field: LintFault["field"], code: string): LintReason {
  if (field === "minutes" || field === "expectedTurns") return "not-a-number";
  return code === "too_big" ? "too-long" : code === "too_small" ? "too-short" : "missing";
}
