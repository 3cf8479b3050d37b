import type { RouterContextProvider } from "react-router";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { ownConversation } from "./own-conversation.server.ts";

/** What an export is made of: the branch in view. */
export async function ownBranch(id: string, context: Readonly<RouterContextProvider>) {
  const conversation = await ownConversation(id, context);
  const branch = await branchOf(context.get(databaseContext), conversation, conversation.headTurnId);
  return { conversation, branch };
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
