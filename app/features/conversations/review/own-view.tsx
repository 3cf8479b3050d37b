import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { HelpStays } from "#app/features/conversations/help-card/help-stays.tsx";
import { feelingsWords, setWords } from "#app/features/scenarios/before-start/before-words.ts";
import { FeelingsChoice } from "#app/features/scenarios/before-start/feelings-choice.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ReturnedView } from "./forms.ts";
import { hasOwnView, type Review } from "./review.ts";
import { ownViewWords } from "./review-words.ts";

type OwnViewProps = {
  review: Review;
  /** What came back, kept or not. */
  returned: ReturnedView | null;
  help: ReactNode;
  /** What the coach has to say stands under it already. */
  coachTells: boolean;
};

/** The learner's own view comes first; the coach's view is one press away all the same. Posts intent=own-view. */
export function OwnViewSection({ review, returned, help, coachTells }: OwnViewProps) {
  const told = hasOwnView(review);
  return (
    <section
      aria-labelledby="own-view"
      className={`min-w-0 max-w-[65ch] print:mt-8 ${told ? "" : "no-print"}`}
    >
      <h2 id="own-view" className="font-script text-xl font-semibold">
        {ownViewWords.title}
      </h2>
      {help}
      {told ? <Told review={review} /> : null}
      {told ? (
        <div className="no-print mt-4">
          <Disclosure summary={ownViewWords.change} open={returned !== null}>
            <OwnViewForm review={review} returned={returned} coachTells />
          </Disclosure>
        </div>
      ) : (
        <>
          <OwnViewForm review={review} returned={returned} coachTells={coachTells} />
          {coachTells ? null : (
            <Link
              to="?notes=shown#debrief"
              preventScrollReset
              className="mt-2 inline-flex min-h-target items-center font-semibold"
            >
              {ownViewWords.skip}
            </Link>
          )}
        </>
      )}
    </section>
  );
}

function OwnViewForm({ review, returned, coachTells }: Omit<OwnViewProps, "help">) {
  const { after } = review;
  return (
    <Form method="post" className="mt-3 space-y-5">
      <input type="hidden" name="intent" value="own-view" />
      {returned?.why === "help" ? <input type="hidden" name="helpSeen" value="yes" /> : null}
      <TextArea
        name="view"
        label={ownViewWords.question}
        hint={ownViewWords.hint}
        defaultValue={returned?.view ?? after.view ?? ""}
        error={returned === null || returned.why === "help" ? null : ownViewWords.notKept[returned.why]}
      />
      <FeelingsChoice given={returned ?? after} />
      <SubmitButton>{coachTells ? ownViewWords.keepOnly : ownViewWords.keep}</SubmitButton>
    </Form>
  );
}

/** What was said, and the numbers beside the first ones. */
function Told({ review: { before, after, helpStays } }: { review: Review }) {
  const facts = [
    { term: setWords.before, text: feelingsWords(before) },
    { term: setWords.after, text: feelingsWords(after) },
  ].flatMap(({ term, text }) => (text === null ? [] : [{ term, text }]));
  return (
    <div className="mt-3 space-y-3">
      {after.view === null ? null : (
        <p className="spoken font-script text-lg text-pen" dir="auto">
          {after.view}
        </p>
      )}
      {helpStays ? <HelpStays /> : null}
      {facts.length === 0 ? null : <FactList facts={facts} />}
    </div>
  );
}
