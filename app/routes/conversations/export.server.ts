import { data, type RouterContextProvider } from "react-router";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { debriefsAway } from "./debriefs-away.server.ts";
import { ownConversation } from "./own-conversation.server.ts";

/**
 * What an export is made of: every branch, what was asked of the coach, and what was said about it once it had ended. 404,
 * too, when it was deleted between the two looks.
 */
export async function ownTree(id: string, context: Readonly<RouterContextProvider>) {
  const db = context.get(databaseContext);
  const conversation = await ownConversation(id, context);
  const [tree, asides] = await Promise.all([turnTree(db, conversation), asidesOf(db, conversation)]);
  if (tree.size === 0) throw data(null, { status: 404 });
  return { conversation, tree, asides, debriefs: await debriefsAway(db, conversation, tree) };
}

/** A file for the downloads folder. The name is a slug, so it needs no quoting. */
export function download(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
