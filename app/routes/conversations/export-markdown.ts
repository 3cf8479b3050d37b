import { asMarkdown, takeAway } from "#app/features/conversations/take-away.ts";
import type { Route } from "./+types/export-markdown";
import { download, ownTree } from "./export.server.ts";

/** The conversation to take away, as Markdown. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { conversation, tree } = await ownTree(params.id, context);
  const taken = takeAway(conversation, tree);
  return download(asMarkdown(taken), "text/markdown", `${conversation.slug}.md`);
}
