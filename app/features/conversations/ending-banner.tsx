import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import type { Ending } from "./conversation.ts";
import { endingWords, proposalWords } from "./conversation-words.ts";

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
        <strong className="font-semibold">{partnerName} would leave it at this:</strong> {proposalWords[proposes]}.
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Form method="post">
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="ending" value={proposes} />
          <Button kind="quiet">Accept and end</Button>
        </Form>
        <a href={`#${composerId}`} className="inline-flex min-h-11 items-center font-semibold">
          Keep talking
        </a>
      </div>
    </section>
  );
}

/** Ends the conversation from the learner's side; the reason is theirs to give or not. Posts intent=end, `ending` may be "". */
export function EndForm() {
  return (
    <Form method="post" className="space-y-4 text-sm">
      <input type="hidden" name="intent" value="end" />
      <h2 className="font-script text-lg font-semibold">End the conversation?</h2>
      <p>
        You will see the coach’s notes in one place, and can read and download every word. If you only want a break, just leave: it
        stays open.
      </p>
      <label className="block">
        <span className="block font-semibold">How did it end? (you need not say)</span>
        <select
          name="ending"
          defaultValue=""
          className="mt-1 min-h-11 w-full rounded-md border border-control bg-sheet px-3 text-base"
        >
          <option value="">I would rather not say</option>
          {Object.entries(endingWords).map(([ending, words]) => (
            <option key={ending} value={ending}>
              {words.name}
            </option>
          ))}
        </select>
      </label>
      <Button>End the conversation</Button>
    </Form>
  );
}
