import { data } from "react-router";
import { calendarFile } from "#app/features/conversations/for-real/calendar-file.ts";
import { plannedReal } from "#app/features/conversations/for-real/queries.server.ts";
import { databaseContext, siteContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/reminder-file";
import { download } from "./export.server.ts";
import { ownConversation } from "./own-conversation.server.ts";

/** The reminder for a calendar; there is none before a time was chosen. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const noted = await plannedReal(context.get(databaseContext), conversation);
  if (!noted?.plan) throw data(null, { status: 404 });
  const { plan, ...entry } = noted;
  const url = `${context.get(siteContext).origin}/account/real-conversations#real-${entry.id}`;
  return download(calendarFile({ ...entry, ...plan, url }), "text/calendar", "did-you-have-it.ics");
}
