import { redirect } from "react-router";
import { eraseOwnScenario } from "#app/features/privacy/erase-scenario.server.ts";
import { OwnScenarioErasurePage } from "#app/features/privacy/erasure-page.tsx";
import { ownErasureWords } from "#app/features/scenarios/own/own-words.ts";
import { practiceContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/erasure";
import { theirScenario } from "./own-scenario.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(ownErasureWords.title);

/** Says what would go; reading this page deletes nothing. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id, content, draft, situation } = await theirScenario(params.id, context);
  return { id, title: content?.title ?? draft?.title ?? situation.who };
}

export async function action({ params, context }: Route.ActionArgs) {
  await eraseOwnScenario(context.get(practiceContext), await theirScenario(params.id, context));
  return redirect("/own-scenarios", 303);
}

export default function OwnScenarioErasure({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <OwnScenarioErasurePage {...loaderData} />
    </PageShell>
  );
}
