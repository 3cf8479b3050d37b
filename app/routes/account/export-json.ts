import { download } from "#app/routes/conversations/export.server.ts";
import type { Route } from "./+types/export-json";
import { ownExport } from "./export.server.ts";

/** Everything of who asks, as data. */
export async function loader({ context }: Route.LoaderArgs) {
  const taken = await ownExport(context);
  return download(`${JSON.stringify(taken, null, 2)}\n`, "application/json", "conversation-coach.json");
}
