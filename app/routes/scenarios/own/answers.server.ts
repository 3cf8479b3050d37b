import { data, redirect } from "react-router";
import { typedSignals } from "#app/features/coaching/safety/typed-signals.ts";
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
 * Checks and screens the answers, has them drafted, and leads to the draft; waits for it as a plain form post does. Where
 * this scenario is not theirs, or was deleted meanwhile, the answers make a new one, and nobody learns whether there is
 * one of that id. Everything else keeps what was typed: nothing is drafted of answers that may not be practised, and what
 * signals self-harm shows its writer whom to call and goes to no model, however often it is sent.
 */
export async function draftAnswers(
  practice: Practice,
  own: OwnScenario,
  fields: FormData,
  languages: string | null,
): Promise<ReturnType<typeof refuse> | Response> {
  const typed = readSituation(fields);
  const [faults, screened] = [situationFaults(typed), screenSituation(typed)];
  const kept = { typed, faults, screened, scenarioId: own.id };
  const help = helpBeside(practice, typed, languages);
  if (faults.length > 0 || screened.length > 0) return refuse({ reason: "faults", ...kept }, 400, help);
  if (help) return refuse({ reason: "help", ...kept }, 400, help);
  if (practice.draining) return refuse({ reason: "stopping", ...kept }, 503);
  try {
    const byRules = fields.get("intent") === "rules";
    let theirs = own;
    let drafting = await draftScenario(practice, theirs, typed, { byRules });
    if (!drafting.ok && drafting.reason === "not-found") {
      theirs = { ...own, id: uuidv7() };
      drafting = await draftScenario(practice, theirs, typed, { byRules });
    }
    if (!drafting.ok) {
      if (drafting.reason === "not-found") throw data(null, { status: 404 });
      // Of answers that came too late for this one, another can be made.
      const scenarioId = drafting.reason === "kept" ? uuidv7() : own.id;
      const status = drafting.reason === "too-many" ? 400 : 409;
      return refuse({ reason: drafting.reason, ...kept, scenarioId }, status);
    }
    await untilDrafted(practice, theirs, waitForDraftMs);
    return redirect(`/own-scenarios/${theirs.id}`, 303);
  } catch (error) {
    // Erased in another browser, in this very moment.
    if (isReferenceGone(error)) throw data(null, { status: 404 });
    if (isDatabaseAway(error)) return refuse({ reason: "away", ...kept }, 503);
    throw error;
  }
}

/** Whom to call where something typed signals self-harm, counted without a word of it; null where nothing does. */
export function helpBeside(practice: Practice, typed: object, languages: string | null): HelpRegion | null {
  if (!typedSignals(typed)) return null;
  practice.log("info", "help card shown beside a scenario", {});
  return regionOfLanguages(languages);
}

function refuse(answers: RefusedSituation, status: number, help: HelpRegion | null = null) {
  return data<Answered>({ answers, help, refused: null }, { status });
}
