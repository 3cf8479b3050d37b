import Clock from "lucide-react/icons/clock";
import { Form, Link } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Category } from "./scenario.ts";
import { categoryWords, invitedWords, minutesWords, noScenariosWords } from "./scenario-words.ts";

export type ScenarioSummary = {
  slug: string;
  title: string;
  summary: string;
  category: Category;
  minutes: number;
  partner: { name: string; relationship: string };
};

/** One scenario, as a sheet that leads to its page. */
export function ScenarioCard({ scenario, headingLevel: Heading = "h3" }: ScenarioCardProps) {
  return (
    <article className="group relative flex flex-col rounded-lg border border-line bg-sheet p-5 shadow-sheet transition-colors hover:border-pen sm:p-6">
      <Heading className="font-script text-lg font-semibold">
        <Link
          to={`/scenarios/${scenario.slug}`}
          className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg group-hover:text-pen hover:no-underline"
        >
          {scenario.title}
        </Link>
      </Heading>
      <p className="mt-2 text-sm text-ink-soft">{scenario.summary}</p>
      <p className="mt-auto flex items-end justify-between gap-x-6 pt-4 text-sm">
        <span>
          <strong className="font-semibold">{scenario.partner.name}</strong>
          <span className="block">{scenario.partner.relationship}</span>
        </span>
        <span className="inline-flex shrink-0 items-center gap-1.5 text-ink-soft">
          <Clock aria-hidden="true" className="size-4" />
          {minutesWords(scenario.minutes)}
        </span>
      </p>
    </article>
  );
}

type ScenarioCardProps = { scenario: ScenarioSummary; headingLevel?: "h2" | "h3" | "h4" };

/** What somebody was invited to practise, before all others: one press leads into the room. */
export function InvitedScenario({ scenario }: { scenario: ScenarioSummary }) {
  return (
    <div className="mb-10 grid gap-4 md:max-w-[calc(50%-0.5rem)]">
      <h3 className="font-script text-xl font-semibold">{invitedWords.title}</h3>
      <ScenarioCard scenario={scenario} headingLevel="h4" />
      <Form method="post" action={`/scenarios/${scenario.slug}`}>
        <SubmitButton className="w-full sm:w-auto">{invitedWords.start}</SubmitButton>
      </Form>
    </div>
  );
}

/** All scenarios, grouped by where in life they happen. Empty groups are left out. */
export function ScenarioGroups({ scenarios }: { scenarios: ScenarioSummary[] }) {
  const groups = categories
    .map((category) => ({
      category,
      members: scenarios.filter((scenario) => scenario.category === category),
    }))
    .filter((group) => group.members.length > 0);
  if (groups.length === 0)
    return <EmptyState title={noScenariosWords.title}>{noScenariosWords.text}</EmptyState>;
  return (
    <div className="space-y-10">
      {groups.map(({ category, members }) => (
        <section key={category} aria-labelledby={`scenarios-${category}`}>
          <div className="flex flex-wrap items-baseline gap-x-4">
            <h3 id={`scenarios-${category}`} className="font-script text-xl font-semibold">
              {categoryWords[category].title}
            </h3>
            <p className="text-sm text-ink-soft">{categoryWords[category].about}</p>
          </div>
          <ul className="mt-4 grid gap-4 md:grid-cols-2">
            {members.map((scenario) => (
              <li key={scenario.slug} className="grid">
                <ScenarioCard scenario={scenario} headingLevel="h4" />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const categories = ["work", "family", "care"] as const satisfies Category[];
