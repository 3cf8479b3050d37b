import { data, redirect } from "react-router";
import { writtenFrom } from "#app/features/coaching/scenario-writing/written-from.ts";
import { isUuid } from "#app/features/conversations/forms.ts";
import { CatalogueScenarioPage } from "#app/features/scenarios/catalogue/catalogue-scenario-page.tsx";
import { catalogueWords } from "#app/features/scenarios/catalogue/catalogue-words.ts";
import { catalogueScenario } from "#app/features/scenarios/catalogue/queries.server.ts";
import { changeScenario, showScenario } from "#app/features/scenarios/catalogue/write-scenario.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/show";
import { writtenContent } from "./written.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(catalogueWords.title);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { content, ...scenario } = await scenarioOf(params.id, context);
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { scenario, written: writtenFrom(content), done: isDone(done) ? catalogueWords.done[done] : null };
}

/** Posts of both forms: `change`, and `publish` or `unpublish`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const { id, content, version } = await scenarioOf(params.id, context);
  const actorId = thePerson(context).id;
  const fields = await postedFields(request);
  const intent = fields.get("intent");
  if (intent === "publish" || intent === "unpublish") {
    await showScenario(db, actorId, { id, published: intent === "publish" });
    return done(id, intent === "publish" ? "published" : "unpublished");
  }
  const was = Number(fields.get("was"));
  const read = writtenContent(fields, content);
  const { refused } = read;
  if (intent !== "change") return data({ reason: "intent" as const, ...refused, version }, { status: 400 });
  if (!read.ok) return data({ reason: "fields" as const, ...refused, version: was }, { status: 400 });
  const changed =
    was === version ? await changeScenario(db, actorId, { id, was, content: read.content }) : "conflict";
  if (changed === "not-found") throw data(null, { status: 404 });
  if (changed === "conflict")
    return data({ reason: "conflict" as const, ...refused, version }, { status: 409 });
  return done(id, changed);
}

export default function Scenario({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <CatalogueScenarioPage
      {...loaderData}
      done={actionData ? null : loaderData.done}
      refused={actionData ?? null}
    />
  );
}

async function scenarioOf(id: string, context: Route.LoaderArgs["context"]) {
  const scenario = isUuid(id)
    ? await catalogueScenario(context.get(databaseContext), id.toLowerCase())
    : null;
  if (!scenario) throw data(null, { status: 404 });
  return scenario;
}

function done(id: string, what: keyof typeof catalogueWords.done) {
  return redirect(`/admin/scenarios/${id}?done=${what}`, 303);
}

function isDone(what: string): what is keyof typeof catalogueWords.done {
  return Object.hasOwn(catalogueWords.done, what);
}
