import { uuidv7 } from "uuidv7";
import { isUuid } from "#app/features/conversations/forms.ts";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { OwnScenariosPage } from "#app/features/scenarios/own/own-scenarios-page.tsx";
import { ownWords } from "#app/features/scenarios/own/own-words.ts";
import { ownScenarios } from "#app/features/scenarios/own/queries.server.ts";
import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/index";
import { draftAnswers } from "./answers.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(ownWords.title);

export async function loader({ context }: Route.LoaderArgs) {
  const scenarios = await ownScenarios(context.get(databaseContext), thePerson(context).id);
  return { scenarios, scenarioId: uuidv7() };
}

/** The answers to the questions: makes a scenario of them, which the next page shows. */
export async function action({ request, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  const given = String(fields.get("scenarioId") ?? "").toLowerCase();
  const own = { id: isUuid(given) ? given : uuidv7(), ownerId: thePerson(context).id };
  const languages = request.headers.get("Accept-Language");
  return draftAnswers(context.get(practiceContext), own, fields, languages);
}

export default function OwnScenarios({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <OwnScenariosPage
        {...loaderData}
        refused={actionData?.answers ?? null}
        help={actionData?.help ? <HelpBeside region={actionData.help} /> : null}
      />
    </PageShell>
  );
}
