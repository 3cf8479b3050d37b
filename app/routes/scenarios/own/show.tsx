import { useEffect } from "react";
import { data, redirect, useRevalidator } from "react-router";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { writtenFrom } from "#app/features/coaching/scenario-writing/written-from.ts";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { untilDrafted } from "#app/features/practice/scenario-draft/until-drafted.server.ts";
import { keepOwnScenario } from "#app/features/scenarios/own/keep-own-scenario.server.ts";
import { type OwnDraft, OwnDraftPage } from "#app/features/scenarios/own/own-draft-page.tsx";
import type { OwnScenarioInFull } from "#app/features/scenarios/own/own-scenario.ts";
import { draftWords } from "#app/features/scenarios/own/own-words.ts";
import { screenScenario } from "#app/features/scenarios/screening/screen-scenario.ts";
import type { RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { readWritten } from "#app/features/scenarios/writing/read-written.ts";
import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import { isDatabaseAway } from "#db/failures.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/show";
import { type Answered, draftAnswers, helpBeside } from "./answers.server.ts";
import { theirScenario } from "./own-scenario.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(draftWords.title);

export async function loader({ params, context }: Route.LoaderArgs) {
  const scenario = await theirScenario(params.id, context);
  if (!scenario.run?.orphaned) return { id: scenario.id, draft: asDraft(scenario) };
  // Its writer is gone: whoever looks finds out how it ended.
  await untilDrafted(context.get(practiceContext), scenario, 0);
  return { id: scenario.id, draft: asDraft(await theirScenario(params.id, context)) };
}

/** Posts of the forms: `draft` and `rules` with answers, `keep` and `practise` with the scenario as it is written. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const scenario = await theirScenario(params.id, context);
  const fields = await postedFields(request);
  const intent = fields.get("intent");
  const languages = request.headers.get("Accept-Language");
  if (intent === "keep" || intent === "practise") return keep(context, scenario, fields, languages);
  if (scenario.content !== null || (intent !== "draft" && intent !== "rules"))
    return data(null, { status: 400 });
  return draftAnswers(context.get(practiceContext), scenario, fields, languages);
}

async function keep(
  context: Route.ActionArgs["context"],
  scenario: Awaited<ReturnType<typeof theirScenario>>,
  fields: FormData,
  languages: string | null,
) {
  const written = readWritten(fields);
  // All of it stands in the prompts of a practice: what signals self-harm is not kept, so that no model reads it.
  const help = helpBeside(context.get(practiceContext), written, languages);
  const linted = lintWritten(written, scenario.content);
  const screened = screenScenario(written);
  const refused: RefusedScenario = { written, faults: linted.ok ? [] : linted.faults, screened, away: false };
  if (!linted.ok || screened.length > 0 || help) return refuse(refused, 400, help);
  try {
    if (!(await keepOwnScenario(context.get(databaseContext), scenario, linted.content)))
      return refuse(refused, 404);
  } catch (error) {
    if (isDatabaseAway(error)) return refuse({ ...refused, away: true }, 503);
    throw error;
  }
  const practise = fields.get("intent") === "practise";
  return redirect(practise ? `/scenarios/${scenario.slug}` : "/own-scenarios", 303);
}

function refuse(refused: RefusedScenario, status: number, help: HelpRegion | null = null) {
  return data<Answered>({ answers: null, help, refused }, { status });
}

export default function OwnScenario({ loaderData, actionData }: Route.ComponentProps) {
  const { id, draft } = loaderData;
  useLookingAgain(draft.state === "drafting");
  return (
    <PageShell>
      {draft.state === "drafting" ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      <OwnDraftPage
        key={`${id} ${draft.state}`}
        id={id}
        draft={draft}
        refusedAnswers={actionData?.answers ?? null}
        refusedScenario={actionData?.refused ?? null}
        help={actionData?.help ? <HelpBeside region={actionData.help} /> : null}
      />
    </PageShell>
  );
}

const lookAgainMs = 2_000;

/** With JavaScript the page asks again by itself while the draft is on its way. */
function useLookingAgain(drafting: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!drafting) return;
    const timer = setInterval(() => void revalidate(), lookAgainMs);
    return () => clearInterval(timer);
  }, [drafting, revalidate]);
}

function asDraft({ content, draft, draftedBy, reason, run, situation }: OwnScenarioInFull): OwnDraft {
  if (content !== null) return { state: "there", written: writtenFrom(content), kept: true, by: null };
  if (draft !== null) {
    const by = draftedBy === "rules" && reason !== null && reason !== "declined" ? reason : "model";
    return { state: "there", written: draft, kept: false, by };
  }
  if (run?.running) return { state: "drafting" };
  const why = reason === "declined" ? "declined" : run?.status === "stopped" ? "stopped" : "failed";
  return { state: "none", why, situation };
}
