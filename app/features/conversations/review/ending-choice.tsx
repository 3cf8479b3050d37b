import Check from "lucide-react/icons/check";
import { Form } from "react-router";
import type { Ending } from "#app/features/conversations/conversation.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { endingChoices, reviewWords } from "./review-words.ts";

type EndingChoiceProps = {
  /** As it stands. */
  ending: Ending;
  /** False where nothing was said: then there is nothing to say about it. */
  asks: boolean;
};

/** After the learner's own end: they may say how it was, one press each, or take the end back. Posts to the review. */
export function EndingChoice({ ending, asks }: EndingChoiceProps) {
  return (
    <div className="no-print mt-7 space-y-3">
      {asks ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="tell-ending" />
          <fieldset>
            <legend className="font-semibold">{reviewWords.howEnded}</legend>
            <p className="text-sm text-ink-soft">{reviewWords.whyAsked}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              {endingChoices.map((choice) => (
                <button
                  key={choice.ending}
                  name="ending"
                  value={choice.ending}
                  aria-pressed={choice.ending === ending}
                  className="inline-flex min-h-target items-center gap-2 rounded-md border border-control bg-sheet px-4 text-sm font-semibold transition-colors hover:border-pen hover:text-pen aria-pressed:border-pen aria-pressed:bg-pen-wash aria-pressed:text-pen-deep"
                >
                  {choice.ending === ending ? <Check aria-hidden="true" className="size-4" /> : null}
                  {choice.words}
                </button>
              ))}
            </div>
          </fieldset>
        </Form>
      ) : null}
      <Form method="post" className="flex flex-wrap items-center gap-x-2 text-sm">
        <input type="hidden" name="intent" value="reopen" />
        <span className="text-ink-soft">{reviewWords.mistake}</span>
        <SubmitButton kind="plain">{reviewWords.reopen}</SubmitButton>
      </Form>
    </div>
  );
}
