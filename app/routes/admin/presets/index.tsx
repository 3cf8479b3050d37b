import { data, redirect } from "react-router";
import { changePresets } from "#app/features/budgets/presets/change-presets.server.ts";
import { presetFormSchema, typedPreset } from "#app/features/budgets/presets/forms.ts";
import { presetWords } from "#app/features/budgets/presets/preset-words.ts";
import { PresetsPage } from "#app/features/budgets/presets/presets-page.tsx";
import { presetsInOrder } from "#app/features/budgets/presets/queries.server.ts";
import { typicalTurns } from "#app/features/budgets/turns-left.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/index";

export const meta: Route.MetaFunction = () => privateMeta(presetWords.title);

export async function loader({ context }: Route.LoaderArgs) {
  const presets = await presetsInOrder(context.get(databaseContext));
  return { presets: presets.map((preset) => ({ ...preset, turns: typicalTurns(preset.tokens) })) };
}

/** Posts of every form on the page: `make`, `change`, `delete`, `move`. */
export async function action({ request, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  const typed = typedPreset(fields);
  const form = presetFormSchema.safeParse(Object.fromEntries(fields));
  if (!form.success) return data({ reason: "fields" as const, typed }, { status: 400 });
  const changed = await changePresets(context.get(databaseContext), thePerson(context).id, form.data);
  if (changed.ok) return redirect("/admin/presets", 303);
  return data({ reason: changed.reason, typed }, { status: changed.reason === "conflict" ? 409 : 400 });
}

export default function Presets({ loaderData, actionData }: Route.ComponentProps) {
  return <PresetsPage {...loaderData} refused={actionData ?? null} />;
}
