import type { ReactNode } from "react";
import { Link } from "react-router";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Moment } from "#app/ui/moment.tsx";
import type { OwnScenarioEntry } from "./own-scenario.ts";
import { ownWords, refusedWords } from "./own-words.ts";
import { type RefusedSituation, SituationForm } from "./situation-form.tsx";

type OwnScenariosPageProps = {
  scenarios: OwnScenarioEntry[];
  /** For the next one. */
  scenarioId: string;
  refused: RefusedSituation | null;
  /** Whom to call, over answers that came back for what they signal; null otherwise. */
  help: ReactNode;
};

/** What somebody has described themselves, and the questions for another one. */
export function OwnScenariosPage({ scenarios, scenarioId, refused, help }: OwnScenariosPageProps) {
  return (
    <div className="max-w-3xl">
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{ownWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{ownWords.about}</p>
      <div role="alert">{refused === null ? null : <Refused>{refusedWords[refused.reason]}</Refused>}</div>
      {help}
      {refused === null ? <Described scenarios={scenarios} /> : null}
      <section aria-labelledby="describe" className="mt-10">
        <h2 id="describe" className="mb-4 font-script text-xl font-semibold">
          {ownWords.describe}
        </h2>
        <SituationForm scenarioId={scenarioId} answers={null} refused={refused} again={null} />
      </section>
    </div>
  );
}

/** Why nothing was done, over the form that came back. */
export function Refused({ children }: { children: string }) {
  return <p className="mt-5 rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">{children}</p>;
}

function Described({ scenarios }: Pick<OwnScenariosPageProps, "scenarios">) {
  if (scenarios.length === 0)
    return (
      <div className="mt-8">
        <EmptyState title={ownWords.none.title}>{ownWords.none.text}</EmptyState>
      </div>
    );
  return (
    <section aria-labelledby="described" className="mt-8">
      <h2 id="described" className="font-script text-xl font-semibold">
        {ownWords.list}
      </h2>
      <ul className="mt-3 border-b border-line">
        {scenarios.map(({ id, slug, title, describedAt, ready }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-5 border-t border-line py-1 text-sm">
            <span className="min-w-0 flex-1 basis-64 py-1.5">
              <span className="block font-script text-lg wrap-anywhere" dir="auto">
                {title}
              </span>
              <span className="text-ink-soft">
                {ready ? ownWords.described : ownWords.draft} <Moment at={describedAt} />
              </span>
            </span>
            {ready ? (
              <Way to={`/scenarios/${slug}`} title={title}>
                {ownWords.practise}
              </Way>
            ) : null}
            <Way to={`/own-scenarios/${id}`} title={title}>
              {ready ? ownWords.edit : ownWords.goOn}
            </Way>
            <Way to={`/own-scenarios/${id}/erasure`} title={title}>
              {ownWords.erase}
            </Way>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ to, title, children }: { to: string; title: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-target items-center font-semibold">
      {children}
      <span className="sr-only">{ownWords.of(title)}</span>
    </Link>
  );
}
