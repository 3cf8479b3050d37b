import { data } from "react-router";
import { ComparePage } from "#app/features/conversations/branches/compare-page.tsx";
import { comparisonOf } from "#app/features/conversations/branches/comparison.server.ts";
import { compareWords } from "#app/features/conversations/branches/branch-words.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/compare";
import { ownConversation } from "./own-conversation.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(compareWords.title);

/** `?left=` and `?right=` name any turn of a branch; left out: the one in view, beside the one before it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const { searchParams } = new URL(request.url);
  const asked = { left: turnIn(searchParams, "left"), right: turnIn(searchParams, "right") };
  const tree = await turnTree(context.get(databaseContext), conversation);
  const comparison = comparisonOf(conversation, tree, asked);
  if (comparison === "not-found") throw data(null, { status: 404 });
  return {
    room: `/conversation/${conversation.id}`,
    partnerName: calledName(conversation.content.persona.name),
    comparison,
  };
}

export default function Compare({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ComparePage {...loaderData} />
    </PageShell>
  );
}

function turnIn(search: URLSearchParams, name: string): string | null {
  return search.get(name)?.toLowerCase() || null;
}
