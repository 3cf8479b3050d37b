import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { screenScenario } from "#app/features/scenarios/screening/screen-scenario.ts";
import type { RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { readWritten } from "#app/features/scenarios/writing/read-written.ts";

/** What was posted, as content that passes lint and screening; or what is wrong with it, and all that was typed. */
export function writtenContent(
  fields: FormData,
  base: ScenarioContent | null,
):
  | { ok: true; content: ScenarioContent; refused: RefusedScenario }
  | { ok: false; refused: RefusedScenario } {
  const written = readWritten(fields);
  const linted = lintWritten(written, base);
  // Whoever writes for everybody invents the names: a family name among them tells of nobody.
  const screened = screenScenario(written).filter(({ reason }) => reason !== "identifying");
  const refused = { written, faults: linted.ok ? [] : linted.faults, screened, away: false };
  return linted.ok && screened.length === 0
    ? { ok: true, content: linted.content, refused }
    : { ok: false, refused };
}
