import { data, redirect } from "react-router";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import { frameworkOnPage } from "#app/features/coaching/framework-on-page.ts";
import { budgetBeforeStartWords } from "#app/features/conversations/conversation-words.ts";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { readBefore } from "#app/features/scenarios/before-start/before.ts";
import { startForm } from "#app/features/scenarios/forms.ts";
import { startConversation } from "#app/features/practice/turns/start-conversation.server.ts";
import { publishedScenario } from "#app/features/scenarios/queries.server.ts";
import { type ScenarioOnPage, ScenarioPage } from "#app/features/scenarios/scenario-page.tsx";
import { startWords } from "#app/features/scenarios/scenario-words.ts";
import { databaseContext, personContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { loginPath } from "#app/middleware/require-person.server.ts";
import { keptWords } from "#app/middleware/typed-words.ts";
import { ErrorView } from "#app/routes/error-view.tsx";
import { errorMeta, pageMeta, privateMeta } from "#app/routes/page-meta.ts";
import { helpFor } from "#app/routes/help-beside.server.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import { isDatabaseAway, isReferenceGone } from "#db/failures.ts";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData, error }) => {
  if (!loaderData) return errorMeta(error);
  // One's own stands in no index and has no card.
  if (loaderData.isOwn) return privateMeta(loaderData.scenario.title);
  return [
    ...pageMeta({
      title: loaderData.scenario.title,
      description: loaderData.scenario.summary,
      url: loaderData.url,
    }),
    { "script:ld+json": loaderData.structuredData },
  ];
};

export async function loader({ params, context }: Route.LoaderArgs) {
  const { content, isOwn } = await scenarioOf(context, params.slug);
  const { title, summary, category, situation, learner, minutes, expectedTurns, opener, persona } = content;
  const url = `${context.get(siteContext).origin}/scenarios/${params.slug}`;
  const scenario: ScenarioOnPage = {
    title,
    summary,
    category,
    situation,
    learner,
    minutes,
    expectedTurns,
    opener,
    partner: { name: persona.name, relationship: persona.relationship },
    framework: frameworkOnPage(content),
  };
  return {
    scenario,
    isOwn,
    url,
    budget: await budgetOf(context, expectedTurns),
    structuredData: {
      "@context": "https://schema.org",
      "@type": "LearningResource",
      name: title,
      description: summary,
      url,
      learningResourceType: "role play",
      timeRequired: `PT${minutes}M`,
      isAccessibleForFree: true,
      inLanguage: "en",
    },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  const settings = startForm(fields);
  const read = readBefore(fields);
  const { typed } = read;
  try {
    const scenario = await scenarioOf(context, params.slug);
    const person = context.get(personContext);
    if (!person) throw redirect(loginPath(`/scenarios/${scenario.slug}`), 303);
    const practice = context.get(practiceContext);
    const help = helpFor(practice, request, fields, [typed.goal, typed.redLine]);
    if (!read.ok || help) {
      const tooLong = read.ok ? [] : read.tooLong;
      return data({ error: null, returned: { settings, typed, tooLong }, help }, { status: 400 });
    }
    const started = await startConversation(practice, person.id, scenario, settings, read.before).catch(
      (error: unknown) => {
        // Deleted by its owner in this very moment.
        if (scenario.isOwn && isReferenceGone(error)) throw data(keptWords(fields), { status: 404 });
        throw error;
      },
    );
    if (started.ok) throw redirect(`/conversation/${started.id}`, 303);
    if (started.reason === "no-person") throw redirect(loginPath(`/scenarios/${scenario.slug}`), 303);
    const error = startWords.refused[started.reason];
    return data({ error, returned: { settings, typed, tooLong: [] }, help: null }, { status: 429 });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    const returned = { settings, typed, tooLong: [] };
    return data({ error: startWords.refused.away, returned, help: null }, { status: 503 });
  }
}

export default function Scenario({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ScenarioPage
        {...actionData}
        help={actionData?.help ? <HelpBeside region={actionData.help} /> : null}
        scenario={loaderData.scenario}
        budget={loaderData.budget}
      />
    </PageShell>
  );
}

/** Where the page cannot be made either, it shows what was typed. */
export function ErrorBoundary({ error, actionData }: Route.ErrorBoundaryProps) {
  const { goal = "", redLine = "" } = actionData?.returned.typed ?? {};
  const typed = [goal, redLine].filter((words) => words !== "");
  return (
    <PageShell>
      <ErrorView error={error} keptText={typed.join("\n\n") || null} />
    </PageShell>
  );
}

async function budgetOf(context: Route.LoaderArgs["context"], expectedTurns: number) {
  const person = context.get(personContext);
  if (!person) return null;
  const left = await budgetLeft(context.get(databaseContext), person.id);
  return { words: budgetBeforeStartWords(left, expectedTurns), spent: left.turns === 0 };
}

async function scenarioOf(context: Route.LoaderArgs["context"], slug: string) {
  // A NUL can stand in an address and in no text of the database.
  const scenario = /^[a-z0-9-]{1,100}$/.test(slug)
    ? await publishedScenario(context.get(databaseContext), slug, context.get(personContext)?.id)
    : null;
  if (!scenario) throw new Response(null, { status: 404 });
  return scenario;
}
