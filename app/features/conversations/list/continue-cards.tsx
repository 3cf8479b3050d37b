import { Link } from "react-router";
import { Moment } from "#app/ui/moment.tsx";
import type { ConversationEntry } from "./conversation-entry.ts";
import { listWords, whereWords } from "./list-words.ts";

type ContinueCardsProps = {
  conversations: ConversationEntry[];
  /** Open ones that are not among them. */
  more: number;
};

/** Open conversations, as cards that lead back into the room. Nothing when there are none. */
export function ContinueCards({ conversations, more }: ContinueCardsProps) {
  if (conversations.length === 0) return null;
  return (
    <section aria-labelledby="continue">
      <h2 id="continue" className="font-script text-xl font-semibold">
        {listWords.continue}
      </h2>
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {conversations.map((conversation) => (
          <li
            key={conversation.id}
            className="group relative flex flex-col rounded-lg border border-line bg-sheet p-5 shadow-sheet transition-colors hover:border-pen sm:p-6"
          >
            <h3 className="font-script text-lg font-semibold">
              <Link
                to={`/conversation/${conversation.id}#turn-${conversation.turns}`}
                className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg group-hover:text-pen hover:no-underline"
              >
                {conversation.scenarioTitle}
              </Link>
            </h3>
            {conversation.lastWords === null ? null : (
              <LastWords words={conversation.lastWords} partnerName={conversation.partnerName} />
            )}
            <p className="mt-auto flex flex-wrap justify-between gap-x-4 pt-3 text-sm text-ink-soft">
              <span>{whereWords(conversation)}</span>
              <Moment at={conversation.lastTurnAt} />
            </p>
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <p className="mt-3">
          <Link to="/conversations" className="inline-flex min-h-target items-center text-sm font-semibold">
            {listWords.moreOpen(more)}
          </Link>
        </p>
      )}
    </section>
  );
}

type LastWordsProps = { words: NonNullable<ConversationEntry["lastWords"]>; partnerName: string };

function LastWords({ words: { speaker, text }, partnerName }: LastWordsProps) {
  return (
    <p className="mt-2 line-clamp-2 font-script" dir="auto">
      <span className="sr-only">{speaker === "learner" ? "You: " : `${partnerName}: `}</span>
      <span className={speaker === "learner" ? "text-pen" : ""}>“{text}”</span>
    </p>
  );
}
