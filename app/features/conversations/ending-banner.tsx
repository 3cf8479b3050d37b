import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { type Ending, endings } from "./conversation.ts";
import { endingWords, proposalTitle, proposalWords } from "./conversation-words.ts";

type EndingBannerProps = {
  partnerName: string;
  proposes: Ending;
  /** Where "Keep talking" leads without a form: the message box. */
  composerId?: string;
};

/** The partner would close; the learner decides. Accepting posts intent=end with `ending`; going on is just writing. */
export function EndingBanner({ partnerName, proposes, composerId = "text" }: EndingBannerProps) {
  return (
    <section
      aria-labelledby="proposal"
      className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-2.5 text-sm sm:px-8"
    >
      <p id="proposal">
        <strong className="font-semibold">{proposalTitle(partnerName)}</strong> {proposalWords[proposes]}.
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Form method="post">
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="ending" value={proposes} />
          <input type="hidden" name="accept" value="yes" />
          <Button kind="quiet">Accept and end</Button>
        </Form>
        <a href={`#${composerId}`} className="inline-flex min-h-11 items-center font-semibold">
          Keep talking
        </a>
      </div>
    </section>
  );
}

/** Ends the conversation from the learner's side; the reason is theirs to give or not. Posts intent=end, and `ending` when one was chosen. */
export function EndForm() {
  return (
    <Form method="post" className="space-y-4 text-sm">
      <input type="hidden" name="intent" value="end" />
      <h2 className="font-script text-lg font-semibold">End the conversation?</h2>
      <p>
        You will see the coach’s notes in one place, and can read and download every word. If you only want a
        break, just leave: it stays open.
      </p>
      <fieldset>
        <legend className="font-semibold">How did it end? You need not say.</legend>
        <div className="mt-1 grid gap-x-4 sm:grid-cols-2">
          {endings.map((ending) => (
            <label key={ending} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="ending" value={ending} className="size-5" />
              {endingWords[ending].choice}
            </label>
          ))}
        </div>
      </fieldset>
      <Button>End the conversation</Button>
    </Form>
  );
}
