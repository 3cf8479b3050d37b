import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import type { Ending } from "./conversation.ts";
import { proposalAnswers, proposalTitle, proposalWords } from "./conversation-words.ts";

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
        <strong className="font-semibold">{proposalTitle(partnerName)}</strong> {proposalWords[proposes]}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Form method="post">
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="ending" value={proposes} />
          <input type="hidden" name="accept" value="yes" />
          <Button kind="quiet">{proposalAnswers.accept}</Button>
        </Form>
        <a href={`#${composerId}`} className="inline-flex min-h-11 items-center font-semibold">
          {proposalAnswers.goOn}
        </a>
      </div>
    </section>
  );
}
