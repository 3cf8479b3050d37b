import type { RouterContextProvider } from "react-router";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { ownConversation } from "./own-conversation.server.ts";

/** What an export is made of: every branch. */
export async function ownTree(id: string, context: Readonly<RouterContextProvider>) {
  const conversation = await ownConversation(id, context);
  return { conversation, tree: await turnTree(context.get(databaseContext), conversation) };
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
