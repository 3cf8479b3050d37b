import type { ReactNode } from "react";
import { endedWords } from "#app/features/conversations/conversation-words.ts";
import { TryAgain } from "#app/features/conversations/branches/try-again.tsx";
import { PrintHead } from "#app/features/conversations/print-head.tsx";
import { setWords } from "#app/features/scenarios/before-start/before-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import { Moment } from "#app/ui/moment.tsx";
import { BranchReviewed } from "./branch-reviewed.tsx";
import { EndingChoice } from "./ending-choice.tsx";
import { NextSteps } from "./next-steps.tsx";
import type { ReturnedView } from "./forms.ts";
import { OwnViewSection } from "./own-view.tsx";
import { hasOwnView, type Review } from "./review.ts";
import { ReviewNotes } from "./review-notes.tsx";
import { howLongWords, practisedWords, reviewWords, whoEndedWords } from "./review-words.ts";

type ReviewPageProps = {
  review: Review;
  /** They have asked for the coach's view before saying anything themselves. */
  notesAsked: boolean;
  /** The coach's look back; it waits until the learner has had the first word, or wants none. */
  debrief: ReactNode;
  /** Their own view, come back. */
  returned: ReturnedView | null;
  /** Whom to call, where their own view has words that can be about self-harm. */
  help: ReactNode;
  /** What somebody who is done may be asked, under everything else. */
  offer: ReactNode;
};

/** A conversation looked back on: how it ended, what the coach noted on the way, and where to go from here. */
export function ReviewPage({ review, notesAsked, debrief, returned, help, offer }: ReviewPageProps) {
  const { scenario, partner, settings, end, goal, before, startedAt, url } = review;
  const partnerName = calledName(partner.name);
  const coachMayTell = notesAsked || hasOwnView(review);
  const notesShown = coachMayTell || review.notes.length === 0;
  return (
    <article className="grid print:block gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      {/* One column as long as it gets: the next steps go along with it to its end. */}
      <div className="min-w-0 space-y-10 print:block">
        <header className="min-w-0">
          <PrintHead
            scenario={scenario}
            partner={partner}
            settings={settings}
            startedAt={startedAt}
            url={url}
            branch={review.branch}
          />
          <p className="no-print text-sm text-ink-soft">
            <span className="me-1">
              {practisedWords(scenario.title, difficultyWords(partnerName)[settings.difficulty].title)}
            </span>
            <Moment at={startedAt} />
          </p>
          <h1 className="mt-2 font-script text-2xl font-semibold sm:text-3xl">
            {endedWords(end, partnerName)}
          </h1>
          <p className="mt-2 max-w-[60ch] text-ink-soft">
            {howLongWords(review, partnerName)} {whoEndedWords(end, partnerName)}
          </p>
          <dl className="mt-5 max-w-[60ch] space-y-3">
            {[
              { term: before.goal === null ? reviewWords.goal : setWords.goal, text: goal },
              ...(before.redLine === null ? [] : [{ term: setWords.redLine, text: before.redLine }]),
            ].map(({ term, text }) => (
              <div key={term}>
                <dt className="text-sm text-ink-soft">{term}</dt>
                <dd className="font-script text-lg wrap-anywhere" dir="auto">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
          {review.branch.of > 1 ? <BranchReviewed review={review} /> : null}
          {review.lastTurn ? (
            <TryAgain
              turn={review.lastTurn}
              room={`/conversation/${review.conversationId}`}
              label={reviewWords.tryLast}
            />
          ) : null}
          {end.by === "learner" ? <EndingChoice ending={end.ending} asks={review.turns > 0} /> : null}
        </header>
        {review.turns === 0 ? null : (
          <OwnViewSection review={review} returned={returned} help={help} coachTells={coachMayTell} />
        )}
        {coachMayTell ? debrief : null}
        {notesShown ? <ReviewNotes review={review} /> : null}
      </div>
      <NextSteps review={review} />
      {offer === null ? null : <div className="min-w-0 lg:col-start-1">{offer}</div>}
    </article>
  );
}
