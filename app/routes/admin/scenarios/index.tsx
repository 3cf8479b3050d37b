import { data, redirect } from "react-router";
import { uuidv7 } from "uuidv7";
import { isUuid } from "#app/features/conversations/forms.ts";
import { CataloguePage } from "#app/features/scenarios/catalogue/catalogue-page.tsx";
import { catalogueWords } from "#app/features/scenarios/catalogue/catalogue-words.ts";
import { catalogue } from "#app/features/scenarios/catalogue/queries.server.ts";
import { writeScenario } from "#app/features/scenarios/catalogue/write-scenario.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/index";
import { writtenContent } from "./written.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(catalogueWords.title);

export async function loader({ context }: Route.LoaderArgs) {
  return { scenarios: await catalogue(context.get(databaseContext)), scenarioId: uuidv7() };
}

/** Writes a new one, unpublished. The next page shows it. */
export async function action({ request, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  const read = writtenContent(fields, null);
  if (!read.ok) return data(read.refused, { status: 400 });
  const given = String(fields.get("scenarioId") ?? "").toLowerCase();
  const id = isUuid(given) ? given : uuidv7();
  const { content } = read;
  await writeScenario(context.get(databaseContext), thePerson(context).id, { id, content });
  return redirect(`/admin/scenarios/${id}?done=written`, 303);
}

export default function Scenarios({ loaderData, actionData }: Route.ComponentProps) {
  return <CataloguePage {...loaderData} refused={actionData ?? null} />;
}
