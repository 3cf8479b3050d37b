import { redirect } from "react-router";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { eraseConversation } from "#app/features/privacy/erase.server.ts";
import { ConversationErasurePage } from "#app/features/privacy/erasure-page.tsx";
import { conversationErasureWords } from "#app/features/privacy/privacy-words.ts";
import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/erasure";
import { ownConversation } from "./own-conversation.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(conversationErasureWords.title);

/** Says what would go; reading this page deletes nothing. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const branch = await branchOf(context.get(databaseContext), conversation, conversation.headTurnId);
  const room = `/conversation/${conversation.id}`;
  return {
    title: conversation.content.title,
    turns: branch.at(-1)?.ordinal ?? 0,
    back: conversation.end ? `${room}/debrief` : room,
  };
}

export async function action({ params, context }: Route.ActionArgs) {
  await eraseConversation(context.get(practiceContext), await ownConversation(params.id, context));
  return redirect("/conversations", 303);
}

export default function ConversationErasure({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ConversationErasurePage {...loaderData} />
    </PageShell>
  );
}
