import { data, redirect } from "react-router";
import { reminderWords } from "#app/features/conversations/for-real/for-real-words.ts";
import { noteReal } from "#app/features/conversations/for-real/note-real.server.ts";
import { plannedReal } from "#app/features/conversations/for-real/queries.server.ts";
import { readPlan } from "#app/features/conversations/for-real/real-conversation.ts";
import { ReminderPage } from "#app/features/conversations/for-real/reminder-page.tsx";
import { databaseContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/reminder";
import { ownConversation } from "./own-conversation.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(reminderWords.title);

export async function loader({ params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const noted = await plannedReal(context.get(databaseContext), conversation);
  return {
    title: conversation.content.title,
    room: `/conversation/${conversation.id}`,
    plan: noted?.plan ?? null,
  };
}

/** Posts of both forms: `plan` with a day and a time, `had` without. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const conversation = await ownConversation(params.id, context);
  const fields = await postedFields(request);
  if (fields.get("intent") === "had") {
    const id = await noteReal(db, conversation, null);
    return redirect(`/account/real-conversations#real-${id}`, 303);
  }
  const read = readPlan(fields, new Date());
  if (!read.ok) return data(read, { status: 400 });
  await noteReal(db, conversation, read.plan);
  return redirect(`/conversation/${conversation.id}/reminder`, 303);
}

export default function Reminder({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ReminderPage {...loaderData} refused={actionData ?? null} />
    </PageShell>
  );
}
