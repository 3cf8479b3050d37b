import { data, redirect } from "react-router";
import { readCeilingForm } from "#app/features/budgets/ceiling-form.ts";
import { setDailyCeiling } from "#app/features/budgets/daily-ceiling.server.ts";
import { UsagePage } from "#app/features/budgets/usage-page.tsx";
import { reportDays, usageReport } from "#app/features/budgets/usage-report.server.ts";
import { usageWords } from "#app/features/budgets/usage-words.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/usage";

export const meta: Route.MetaFunction = () => privateMeta(usageWords.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const saved = new URL(request.url).searchParams.has("saved");
  return { report: await usageReport(context.get(databaseContext)), days: reportDays, saved };
}

/** Sets the day's ceiling. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = readCeilingForm(await postedFields(request));
  if (!form.ok) return data({ refused: form.typed }, { status: 400 });
  const { on, tokens } = form;
  await setDailyCeiling(context.get(databaseContext), { actorId: thePerson(context).id, on, tokens });
  return redirect("/admin/usage?saved", 303);
}

export default function Usage({ loaderData, actionData }: Route.ComponentProps) {
  return <UsagePage {...loaderData} refused={actionData?.refused ?? null} />;
}
