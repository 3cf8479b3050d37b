import type { ReactNode } from "react";
import { Link } from "react-router";
import { budgetWords } from "#app/features/conversations/conversation-words.ts";
import { ContinueCards } from "./continue-cards.tsx";
import type { ConversationEntry } from "./conversation-entry.ts";
import { ConversationRows } from "./conversation-rows.tsx";
import { homeWords, listWords } from "./list-words.ts";

type Listed = { entries: ConversationEntry[]; total: number };

type GuestHomeProps = {
  /** About how many turns the budget still carries, and whether that is only a fifth of it. */
  left: { turns: number; low: boolean };
  /** The latest of each, and how many there are in all. */
  open: Listed;
  past: Listed;
  /** What is to be said before all else; null: nothing. */
  notice: ReactNode;
  /** The scenario groups, composed by the page. */
  children: ReactNode;
};

/** The start page of someone who practises here: what is open, what there is, what was. */
export function GuestHome({ left, open, past, notice, children }: GuestHomeProps) {
  const all = open.total + past.total;
  const fresh = all === 0;
  return (
    <div className="space-y-14">
      <div>
        <h1 className="font-script text-2xl font-semibold sm:text-3xl">
          {fresh ? homeWords.first : homeWords.again}
        </h1>
        <p className="mt-2 max-w-[60ch] text-ink-soft">
          {budgetWords(left)} {fresh ? homeWords.begin : null}
        </p>
        {fresh ? null : (
          <Link to="/conversations" className="inline-flex min-h-target items-center text-sm font-semibold">
            {listWords.title}
          </Link>
        )}
      </div>
      {notice}
      <ContinueCards conversations={open.entries} more={open.total - open.entries.length} />
      <section aria-labelledby="scenarios">
        <h2 id="scenarios" className="mb-5 font-script text-2xl font-semibold">
          {homeWords.scenarios}
        </h2>
        {children}
      </section>
      {past.total === 0 ? null : (
        <section aria-labelledby="past">
          <h2 id="past" className="mb-3 font-script text-xl font-semibold">
            {listWords.past}
          </h2>
          <ConversationRows conversations={past.entries} />
          <p className="mt-2">
            <Link to="/conversations" className="inline-flex min-h-target items-center text-sm font-semibold">
              {listWords.all(all)}
            </Link>
          </p>
        </section>
      )}
    </div>
  );
}
