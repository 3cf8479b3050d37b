import { data, redirect } from "react-router";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import { GuestHome } from "#app/features/conversations/list/guest-home.tsx";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import { LinkOffer } from "#app/features/invitations/link-offer.tsx";
import { dismissLinkOffer, linkOffer } from "#app/features/invitations/link-offer.server.ts";
import { invitedScenario } from "#app/features/invitations/queries.server.ts";
import { Landing } from "#app/features/scenarios/landing.tsx";
import { OwnScenariosLink } from "#app/features/scenarios/own/own-scenarios-link.tsx";
import { publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { InvitedScenario, ScenarioGroups } from "#app/features/scenarios/scenario-card.tsx";
import { databaseContext, personContext, siteContext } from "#app/middleware/contexts.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { loginPath } from "#app/middleware/require-person.server.ts";
import type { Database } from "#db/client.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/home";
import { pageMeta } from "./page-meta.ts";
import { headWords } from "./page-words.ts";
import { postedFields } from "./posted-fields.server.ts";

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
  const { scripted } = context.get(siteContext);
  if (!person) return { url, scripted, scenarios, practice: null };
  const [left, invited, open, past] = await Promise.all([
    budgetLeft(db, person.id),
    invitedScenario(db, person.id),
    conversationsOf(db, person.id, { state: "open", pageSize: openShown }),
    conversationsOf(db, person.id, { state: "ended", pageSize: pastShown }),
  ]);
  const offersLink = person.isGuest && (await nearlySpent(db, person.id)) && offerGoogle(context);
  const first = scenarios.find(({ slug }) => slug === invited) ?? null;
  const others = scenarios.filter((scenario) => scenario !== first);
  return { url, scripted, scenarios: others, practice: { left, first, offersLink, open, past } };
}

/** The one thing that is posted here: an account is not wanted now. */
export async function action({ request, context }: Route.ActionArgs) {
  const person = context.get(personContext);
  const fields = await postedFields(request);
  if (!person) throw redirect(loginPath("/"), 303);
  if (fields.get("intent") !== "dismiss-link") throw data(null, { status: 400 });
  await dismissLinkOffer(context.get(databaseContext), person.id);
  return redirect("/", 303);
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { scenarios, scripted, practice } = loaderData;
  const first = practice?.first ?? null;
  return (
    <PageShell>
      {practice === null ? (
        <Landing scenarios={scenarios} scripted={scripted} />
      ) : (
        <GuestHome
          {...practice}
          notice={practice.offersLink ? <LinkOffer why="nearly-used" returnTo="/" /> : null}
        >
          {first === null ? null : <InvitedScenario scenario={first} />}
          <ScenarioGroups scenarios={scenarios} />
          <OwnScenariosLink />
        </GuestHome>
      )}
    </PageShell>
  );
}

async function nearlySpent(db: Database, guestId: string): Promise<boolean> {
  const { dismissed, nearlyUsed } = await linkOffer(db, guestId);
  return nearlyUsed && !dismissed;
}
