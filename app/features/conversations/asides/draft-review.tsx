import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { Button } from "#app/ui/button.tsx";
import { type Aside, isHelpAside } from "./aside.ts";
import { draftWords } from "./aside-words.ts";
import { CoachReply } from "./coach-reply.tsx";

type DraftReviewProps = {
  draft: Aside;
  partnerName: string;
  /** What stands in the box is still what the coach has looked at. */
  isUnchanged: boolean;
  /** The form of the message box, which sends what stands in it. */
  form: string;
  ordinal: number;
  region: HelpRegion;
};

/** Over the box that still holds the draft: what the coach says of it, and the two ways on. */
export function DraftReview(props: DraftReviewProps) {
  const { draft, partnerName, isUnchanged, form, ordinal, region } = props;
  return (
    <section id="draft-review" aria-label={draftWords.title} className="draft-review no-print">
      <h2 className="flex flex-wrap gap-x-3 text-sm font-semibold text-pencil">
        {draftWords.title}
        <span className="font-normal text-ink-soft">{draftWords.notSent(partnerName)}</span>
      </h2>
      <CoachReply aside={draft} ordinal={ordinal} region={region} isOpen />
      {isHelpAside(draft) ? null : isUnchanged ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-3">
          <Button form={form} name="intent" value="speak" kind="quiet">
            {draftWords.asItIs}
          </Button>
          <a href="#text" className="inline-flex min-h-target items-center px-2 text-sm font-semibold">
            {draftWords.change}
          </a>
        </div>
      ) : (
        <p className="mt-2 text-sm text-ink-soft">{draftWords.changed}</p>
      )}
    </section>
  );
}
