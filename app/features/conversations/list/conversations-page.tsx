import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
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
          <PageLinks
            page={page}
            pages={pages}
            to={(number) => (number === 1 ? "/conversations" : `?page=${number}`)}
          />
        </>
      )}
    </>
  );
}
