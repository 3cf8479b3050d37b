import { debriefMarkdown } from "#app/features/coaching/debrief/debrief-away.ts";
import { asMarkdown, inLine, quoted, quotedHelp, takeAway } from "#app/features/conversations/take-away.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import type { Route } from "./+types/export-markdown";
import { download, ownTree } from "./export.server.ts";

/** The conversation to take away, as Markdown. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { conversation, tree, asides, debriefs } = await ownTree(params.id, context);
  const called = calledName(conversation.content.persona.name);
  const words = [
    asMarkdown(takeAway(conversation, tree, asides)),
    ...debriefs.map((debrief) => `${debriefMarkdown(debrief, called, { quoted, quotedHelp, inLine })}\n`),
  ];
  return download(words.join("\n"), "text/markdown", `${conversation.slug}.md`);
}
