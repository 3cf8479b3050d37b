import { Form, Link } from "react-router";
import type { RefusedScenario } from "#app/features/scenarios/writing/field-errors.ts";
import { ScenarioFields } from "#app/features/scenarios/writing/scenario-fields.tsx";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import type { CatalogueEntry } from "./catalogue.ts";
import { RefusedNotice } from "./catalogue-page.tsx";
import { type catalogueRefusals, catalogueWords, standingWords } from "./catalogue-words.ts";

type CatalogueScenarioPageProps = {
  scenario: CatalogueEntry;
  written: WrittenScenario;
  refused: (RefusedScenario & { reason: keyof typeof catalogueRefusals; version: number }) | null;
  /** What the last post did, in words. */
  done: string | null;
};

/** One scenario of the catalogue: shown to everybody or not, and everything it says. */
export function CatalogueScenarioPage({ scenario, written, refused, done }: CatalogueScenarioPageProps) {
  const { title, slug, status, version } = scenario;
  const published = status === "published";
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Link to="/admin/scenarios" className="inline-flex min-h-target items-center font-semibold">
          {catalogueWords.back}
        </Link>
      </p>
      <h1 className="font-script text-2xl font-semibold wrap-anywhere sm:text-3xl">{title}</h1>
      <p className="mt-1 text-sm text-ink-soft">
        {slug} · {standingWords[status]} · {catalogueWords.version(version)}
      </p>
      <div role="status">{done === null ? null : <p className="mt-3 font-semibold">{done}</p>}</div>
      <Form method="post" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton kind="quiet" name="intent" value={published ? "unpublish" : "publish"}>
          {published ? catalogueWords.unpublish : catalogueWords.publish}
        </SubmitButton>
        <span className="max-w-[46ch] min-w-0 text-sm text-ink-soft">
          {published ? catalogueWords.unpublishAbout : catalogueWords.publishAbout}
        </span>
      </Form>
      {published ? (
        <p className="text-sm">
          <Link to={`/scenarios/${slug}`} className="inline-flex min-h-target items-center font-semibold">
            {catalogueWords.look}
          </Link>
        </p>
      ) : null}
      <div className="mt-6">
        <RefusedNotice reason={refused?.reason ?? "fields"} refused={refused} />
        <Form method="post" className="max-w-2xl space-y-8" key={version}>
          {/* After a conflict the next one takes the place of what is there now. */}
          <input type="hidden" name="was" value={refused?.version ?? version} />
          <ScenarioFields written={refused?.written ?? written} refused={refused} />
          <SubmitButton name="intent" value="change">
            {catalogueWords.save}
          </SubmitButton>
        </Form>
      </div>
    </div>
  );
}
