import { takeAway } from "#app/features/conversations/take-away.ts";
import type { Route } from "./+types/export-json";
import { download, ownTree } from "./export.server.ts";

/** The conversation to take away, as JSON. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { conversation, tree, asides, debriefs } = await ownTree(params.id, context);
  const taken = { ...takeAway(conversation, tree, asides), debriefs };
  return download(`${JSON.stringify(taken, null, 2)}\n`, "application/json", `${conversation.slug}.json`);
}
