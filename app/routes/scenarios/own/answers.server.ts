import { data } from "react-router";
import { signalsSelfHarm } from "#app/features/coaching/safety/self-harm-signal.ts";
import { type HelpRegion, regionOfLanguages } from "#app/features/conversations/help-card/help-resources.ts";
import { draftScenario } from "#app/features/practice/scenario-draft/draft-scenario.server.ts";
import { untilDrafted } from "#app/features/practice/scenario-draft/until-drafted.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import type { OwnScenario } from "#app/features/scenarios/own/own-scenario.ts";
import type { RefusedSituation } from "#app/features/scenarios/own/situation-form.tsx";
import { readSituation, situationFaults } from "#app/features/scenarios/own/situation.ts";
import { screenSituation } from "#app/features/scenarios/screening/screen-scenario.ts";
import { uuidv7 } from "uuidv7";
import type { RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { isDatabaseAway, isReferenceGone } from "#db/failures.ts";

/** A form post waits this long for the draft; a slower one is waited for by the page. */
const waitForDraftMs = 20_000;

/** What a post to these pages answers when it is not a redirect. */
export type Answered = {
  answers: RefusedSituation | null;
  /** Whom to call, and where. */
  help: HelpRegion | null;
  refused: RefusedScenario | null;
};

/**
 * Checks and screens the answers and has them drafted; waits for that as a plain form post does. Null: it is under way or
 * done. Everything else keeps what was typed: nothing is drafted of answers that may not be practised, and no model reads
 * what signals self-harm before its writer has seen whom to call.
 */
export async function draftAnswers(
  practice: Practice,
  own: OwnScenario,
  fields: FormData,
  languages: string | null,
): Promise<ReturnType<typeof refuse> | null> {
  const typed = readSituation(fields);
  const [faults, screened] = [situationFaults(typed), screenSituation(typed)];
  const kept = { typed, faults, screened, scenarioId: own.id };
  if (faults.length > 0 || screened.length > 0) return refuse({ reason: "faults", ...kept }, 400);
  if (fields.get("helpSeen") !== "yes" && signals(typed)) {
    practice.log("info", "help card shown beside a scenario", {});
    return refuse({ reason: "help", ...kept }, 400, regionOfLanguages(languages));
  }
  if (practice.draining) return refuse({ reason: "stopping", ...kept }, 503);
  try {
    const drafting = await draftScenario(practice, own, typed, { byRules: fields.get("intent") === "rules" });
    if (!drafting.ok) {
      if (drafting.reason === "not-found") throw data(null, { status: 404 });
      // Of answers that came too late for this one, another can be made.
      const scenarioId = drafting.reason === "kept" ? uuidv7() : own.id;
      const status = drafting.reason === "too-many" ? 400 : 409;
      return refuse({ reason: drafting.reason, ...kept, scenarioId }, status);
    }
    await untilDrafted(practice, own, waitForDraftMs);
    return null;
  } catch (error) {
    // Erased in another browser, in this very moment.
    if (isReferenceGone(error)) throw data(null, { status: 404 });
    if (isDatabaseAway(error)) return refuse({ reason: "away", ...kept }, 503);
    throw error;
  }
}

function signals(typed: RefusedSituation["typed"]): boolean {
  const { happened, goal, theirView, topics, mightMove } = typed;
  return signalsSelfHarm([happened, goal, theirView, ...topics, ...mightMove]);
}

function refuse(answers: RefusedSituation, status: number, help: HelpRegion | null = null) {
  return data<Answered>({ answers, help, refused: null }, { status });
}
