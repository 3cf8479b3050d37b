import { Link } from "react-router";
import type { OwnAccount } from "./account.ts";
import { accountWords, partWords } from "./privacy-words.ts";

/** Where the budget went, conversation by conversation, each with the way to delete it. */
export function SpentList({ account: { spent, more, draftsPart, deletedPart } }: { account: OwnAccount }) {
  if (spent.length === 0 && draftsPart === 0 && deletedPart === 0) return <p>{accountWords.nothingYet}</p>;
  return (
    <>
      <h3 className="font-semibold">{accountWords.whereItWent}</h3>
      <ul className="border-b border-line">
        {spent.map(({ id, title, ended, part }) => (
          <Line key={id} part={part}>
            <Link
              to={`/conversation/${id}${ended ? "/debrief" : ""}`}
              className="inline-flex min-h-target min-w-0 flex-1 items-center"
            >
              {title}
            </Link>
            <Link
              to={`/conversation/${id}/erasure`}
              className="inline-flex min-h-target items-center px-2 text-sm"
              aria-label={accountWords.eraseWhich(title)}
            >
              {accountWords.erase}
            </Link>
          </Line>
        ))}
        {more.count === 0 ? null : (
          <Line part={more.part}>
            <span className="flex min-h-target flex-1 items-center">{accountWords.more(more.count)}</span>
          </Line>
        )}
        {draftsPart === 0 ? null : (
          <Line part={draftsPart}>
            <Link to="/own-scenarios" className="inline-flex min-h-target min-w-0 flex-1 items-center">
              {accountWords.drafts}
            </Link>
          </Line>
        )}
        {deletedPart === 0 ? null : (
          <Line part={deletedPart}>
            <span className="flex min-h-target flex-1 items-center">{accountWords.deleted}</span>
          </Line>
        )}
      </ul>
      <p>
        <Link to="/conversations" className="inline-flex min-h-target items-center text-sm font-semibold">
          {accountWords.conversations}
        </Link>
      </p>
    </>
  );
}

function Line({ part, children }: { part: number; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-x-3 border-t border-line">
      {children}
      <span className="w-20 shrink-0 text-end text-sm text-ink-soft tabular-nums">{partWords(part)}</span>
    </li>
  );
}
