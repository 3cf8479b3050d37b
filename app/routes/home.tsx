import { turnsLeft } from "#app/features/budgets/queries.server.ts";
import { GuestHome } from "#app/features/conversations/guest-home.tsx";
import { conversationsOf } from "#app/features/conversations/queries.server.ts";
import { Landing } from "#app/features/scenarios/landing.tsx";
import { publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { ScenarioGroups } from "#app/features/scenarios/scenario-card.tsx";
import { databaseContext, personContext, siteContext } from "#app/middleware/contexts.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/home";
import { pageMeta } from "./page-meta.ts";
import { headWords } from "./page-words.ts";

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageMeta({ ...headWords.home, url: loaderData?.url });

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const person = context.get(personContext);
  const url = `${context.get(siteContext).origin}/`;
  const scenarios = await publishedScenarios(db);
  if (!person) return { url, scenarios, practice: null };
  const [left, open, past] = await Promise.all([
    turnsLeft(db, person.id),
    conversationsOf(db, person.id, { open: true }),
    conversationsOf(db, person.id, { open: false }),
  ]);
  return { url, scenarios, practice: { turnsLeft: left, open, past } };
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
