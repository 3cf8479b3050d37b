import { Form, Link } from "react-router";
import { otherErrors, type RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { ScenarioFields } from "#app/features/scenarios/writing/scenario-fields.tsx";
import { blankScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { CatalogueEntry } from "./catalogue.ts";
import { catalogueRefusals, catalogueWords, standingWords } from "./catalogue-words.ts";

type CataloguePageProps = {
  scenarios: CatalogueEntry[];
  /** For the next one: a second press makes no second one. */
  scenarioId: string;
  refused: RefusedScenario | null;
};

/** All scenarios everybody can practise, and the form for another one. */
export function CataloguePage({ scenarios, scenarioId, refused }: CataloguePageProps) {
  return (
    <div className="max-w-3xl">
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{catalogueWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{catalogueWords.about}</p>
      <div className="mt-4">
        <Disclosure summary={catalogueWords.write} open={refused !== null}>
          <RefusedNotice reason="fields" refused={refused} />
          <Form method="post" className="max-w-2xl space-y-8">
            <input type="hidden" name="scenarioId" key={scenarioId} defaultValue={scenarioId} />
            <ScenarioFields written={refused?.written ?? blankScenario} refused={refused} />
            <SubmitButton>{catalogueWords.writeNow}</SubmitButton>
            <p className="text-sm text-ink-soft">{catalogueWords.writeAbout}</p>
          </Form>
        </Disclosure>
      </div>
      <section aria-labelledby="catalogue" className="mt-10">
        <h2 id="catalogue" className="font-script text-xl font-semibold">
          {catalogueWords.list}
        </h2>
        {scenarios.length === 0 ? (
          <div className="mt-4">
            <EmptyState title={catalogueWords.none.title}>{catalogueWords.none.text}</EmptyState>
          </div>
        ) : (
          <ul className="mt-3 border-b border-line">
            {scenarios.map((scenario) => (
              <Entry key={scenario.id} scenario={scenario} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Entry({ scenario: { id, slug, title, status, version, byHand } }: { scenario: CatalogueEntry }) {
  const facts = [
    standingWords[status],
    catalogueWords.version(version),
    ...(byHand ? [catalogueWords.byHand] : []),
  ].join(" · ");
  return (
    <li className="flex flex-wrap items-center gap-x-5 border-t border-line py-1 text-sm">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-script text-lg wrap-anywhere">{title}</span>
        <span className="block text-ink-soft">
          {slug} · {facts}
        </span>
      </span>
      <Link to={`/admin/scenarios/${id}`} className="inline-flex min-h-target items-center font-semibold">
        {catalogueWords.edit}
        <span className="sr-only">{catalogueWords.of(title)}</span>
      </Link>
    </li>
  );
}

type RefusedNoticeProps = { reason: keyof typeof catalogueRefusals; refused: RefusedScenario | null };

/** Why nothing was kept, over the form that came back. */
export function RefusedNotice({ reason, refused }: RefusedNoticeProps) {
  return (
    <div role="alert">
      {refused === null ? null : (
        <p className="mb-5 rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">
          {[catalogueRefusals[reason], ...otherErrors(refused)].join(" ")}
        </p>
      )}
    </div>
  );
}
