import { Form, Link } from "react-router";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { HelpNumbers } from "./help-numbers.tsx";
import { type HelpRegion, helpRegions } from "./help-resources.ts";
import { helpWords, regionName } from "./help-words.ts";

type HelpCardProps = {
  /** What it answers: where its form leads back to. A question is one about the debrief, on the page of that. */
  answers: { turn: number } | { question: string };
  region: HelpRegion;
  /** Of an ended conversation only the numbers and deleting are left. */
  isOpen: boolean;
};

/**
 * In the partner's place, or the coach's, when words signal self-harm. Whom to call comes before anything about this page.
 * Everything on it works without JavaScript.
 */
export function HelpCard({ answers, region, isOpen }: HelpCardProps) {
  const about = "turn" in answers ? "turn" : "question";
  const place = "turn" in answers ? String(answers.turn) : answers.question;
  return (
    <article className="script-line" aria-labelledby={`help-${place}`}>
      <p className="script-name small-caps text-ink-soft">{helpWords.speaker}</p>
      <div className="min-w-0 space-y-4 rounded-md border border-control bg-sheet p-4 sm:p-5">
        <h3
          id={`help-${place}`}
          tabIndex={-1}
          className="scroll-mt-4 outline-none font-script text-lg font-semibold"
        >
          {helpWords.title}
        </h3>
        <p>{helpWords.happened}</p>
        <HelpNumbers region={region} />
        <RegionForm about={about} place={place} region={region} />
        <p className="text-sm">{helpWords.kept[about]}</p>
        <NextSteps isOpen={isOpen} about={about} />
      </div>
    </article>
  );
}

type About = "turn" | "question";

function RegionForm({ about, place, region }: { about: About; place: string; region: HelpRegion }) {
  return (
    <Form method="post" preventScrollReset className="no-print flex flex-wrap items-end gap-3 text-sm">
      <input type="hidden" name="intent" value="prefer" />
      <input type="hidden" name={about} value={place} />
      <div className="min-w-0 grow basis-48">
        <SelectField
          key={region}
          label={helpWords.region}
          name="region"
          defaultValue={region}
          options={helpRegions.map((value) => ({ value, label: regionName(value) }))}
        />
      </div>
      <Button kind="quiet">{helpWords.show}</Button>
    </Form>
  );
}

function NextSteps({ isOpen, about }: { isOpen: boolean; about: About }) {
  return (
    <section aria-label={helpWords.next} className="no-print space-y-2 border-t border-line pt-4">
      {isOpen ? <p className="text-sm">{helpWords.goOnAbout}</p> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        {isOpen ? (
          <>
            <a href="#text" className="inline-flex min-h-target items-center font-semibold">
              {helpWords.goOn}
            </a>
            <Form method="post">
              <input type="hidden" name="intent" value="end" />
              <SubmitButton kind="quiet">{helpWords.end}</SubmitButton>
            </Form>
          </>
        ) : null}
        {/* The debrief's page is one below the conversation's. */}
        <Link
          to={about === "turn" ? "erasure" : "../erasure"}
          relative="path"
          className="inline-flex min-h-target items-center font-semibold"
        >
          {helpWords.erase}
        </Link>
      </div>
    </section>
  );
}
