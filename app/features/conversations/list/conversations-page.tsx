import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import { Link } from "react-router";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { ConversationEntry } from "./conversation-entry.ts";
import { ConversationRows } from "./conversation-rows.tsx";
import { listWords } from "./list-words.ts";

type ConversationsPageProps = {
  conversations: ConversationEntry[];
  page: number;
  /** At least 1. */
  pages: number;
};

/** Everything somebody has practised or still has open, the latest first. */
export function ConversationsPage({ conversations, page, pages }: ConversationsPageProps) {
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{listWords.title}</h1>
      {conversations.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            title={listWords.empty.title}
            action={<ButtonLink to="/#scenarios">{listWords.empty.next}</ButtonLink>}
          >
            {listWords.empty.text}
          </EmptyState>
        </div>
      ) : (
        <>
          <p className="mt-2 mb-6 max-w-[60ch] text-ink-soft">{listWords.about}</p>
          <ConversationRows conversations={conversations} />
          {pages === 1 ? null : <Pages page={page} pages={pages} />}
        </>
      )}
    </>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  return (
    <nav
      aria-label={listWords.pages}
      className="mt-4 grid grid-cols-[1fr_auto_1fr] items-center text-sm text-ink-soft"
    >
      {page === 1 ? (
        <span />
      ) : (
        <Link
          to={page === 2 ? "/conversations" : `?page=${page - 1}`}
          rel="prev"
          className="inline-flex min-h-target items-center gap-1.5 justify-self-start font-semibold"
        >
          <ArrowLeft aria-hidden="true" className="along size-4" />
          {listWords.newer}
        </Link>
      )}
      <span>{listWords.page(page, pages)}</span>
      {page === pages ? (
        <span />
      ) : (
        <Link
          to={`?page=${page + 1}`}
          rel="next"
          className="inline-flex min-h-target items-center gap-1.5 justify-self-end font-semibold"
        >
          {listWords.older}
          <ArrowRight aria-hidden="true" className="along size-4" />
        </Link>
      )}
    </nav>
  );
}
