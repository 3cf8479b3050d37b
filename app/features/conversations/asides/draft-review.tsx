import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { type Aside, isHelpAside } from "./aside.ts";
import { draftWords } from "./aside-words.ts";
import { CoachReply } from "./coach-reply.tsx";

type DraftReviewProps = {
  draft: Aside;
  partnerName: string;
  /** What stands in the box is still what the coach has looked at. */
  isUnchanged: boolean;
  ordinal: number;
  region: HelpRegion;
};

/** Over the box that still holds the draft: what the coach says of it. Its box has the ways on. */
export function DraftReview(props: DraftReviewProps) {
  const { draft, partnerName, isUnchanged, ordinal, region } = props;
  return (
    <section id="draft-review" aria-label={draftWords.title} className="draft-review no-print">
      <h2 className="flex flex-wrap gap-x-3 text-sm font-semibold text-pencil">
        {draftWords.title}
        <span className="font-normal text-ink-soft">{draftWords.notSent(partnerName)}</span>
      </h2>
      <CoachReply aside={draft} ordinal={ordinal} region={region} isOpen />
      {isHelpAside(draft) ? null : isUnchanged ? (
        <a href="#text" className="mt-1 inline-flex min-h-target items-center text-sm font-semibold">
          {draftWords.change}
        </a>
      ) : (
        <p className="mt-2 text-sm text-ink-soft">{draftWords.changed}</p>
      )}
    </section>
  );
}
