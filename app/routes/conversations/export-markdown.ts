import { asMarkdown, takeAway } from "#app/features/conversations/take-away.ts";
import type { Route } from "./+types/export-markdown";
import { ownBranch, download } from "./export.server.ts";

/** The conversation to take away, as Markdown. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { conversation, branch } = await ownBranch(params.id, context);
  const taken = takeAway(conversation, branch);
  return download(asMarkdown(taken), "text/markdown", `${conversation.slug}.md`);
}
