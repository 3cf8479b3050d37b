import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import { GuestHome } from "#app/features/conversations/list/guest-home.tsx";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import { Landing } from "#app/features/scenarios/landing.tsx";
import { publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { ScenarioGroups } from "#app/features/scenarios/scenario-card.tsx";
import { databaseContext, personContext, siteContext } from "#app/middleware/contexts.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/home";
import { pageMeta } from "./page-meta.ts";
import { headWords } from "./page-words.ts";

/** The latest of each; the rest is on the page of all. */
const openShown = 4;
const pastShown = 5;

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageMeta({ ...headWords.home, url: loaderData?.url });

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const person = context.get(personContext);
  const url = `${context.get(siteContext).origin}/`;
  const scenarios = await publishedScenarios(db);
  if (!person) return { url, scenarios, practice: null };
  const [left, open, past] = await Promise.all([
    budgetLeft(db, person.id),
    conversationsOf(db, person.id, { state: "open", pageSize: openShown }),
    conversationsOf(db, person.id, { state: "ended", pageSize: pastShown }),
  ]);
  return { url, scenarios, practice: { left, open, past } };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { scenarios, practice } = loaderData;
  return (
    <PageShell>
      {practice === null ? (
        <Landing scenarios={scenarios} />
      ) : (
        <GuestHome {...practice}>
          <ScenarioGroups scenarios={scenarios} />
        </GuestHome>
      )}
    </PageShell>
  );
}
