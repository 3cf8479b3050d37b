import { Link } from "react-router";
import { numberedBranch, rewoundBranch } from "#app/features/conversations/branches/branch-words.ts";
import type { Review } from "./review.ts";
import { reviewWords } from "./review-words.ts";

/** Of a conversation with several branches: which one this looks back on, and the way to read it beside another. */
export function BranchReviewed({ review }: { review: Review }) {
  const { number, of, parting } = review.branch;
  return (
    <p className="no-print mt-2 flex flex-wrap items-center gap-x-4 text-sm">
      <span className="text-ink-soft" dir="auto">
        {number === null ? rewoundBranch(of) : numberedBranch(number, of, parting)}
      </span>
      <Link
        to={`/conversation/${review.conversationId}/compare`}
        className="inline-flex min-h-target items-center font-semibold"
      >
        {reviewWords.compare}
      </Link>
    </p>
  );
}
