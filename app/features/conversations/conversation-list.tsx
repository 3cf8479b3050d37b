import { Link } from "react-router";
import type { Ending } from "./conversation.ts";
import { endingWords, turnCountWords } from "./conversation-words.ts";

export type ConversationEntry = {
  id: string;
  scenarioTitle: string;
  partnerName: string;
  /** Learner turns taken. */
  turns: number;
  expectedTurns: number;
  /** ISO 8601. */
  startedAt: string;
  /** The last thing said, by either; null before anything was. */
  lastWords: { speaker: "learner" | "partner"; text: string } | null;
  ended: { ending: Ending | null } | null;
};

/** Open conversations, as cards that lead back into the room. Nothing when there are none. */
export function ContinueCards({ conversations }: { conversations: ConversationEntry[] }) {
  if (conversations.length === 0) return null;
  return (
    <section aria-labelledby="continue">
      <h2 id="continue" className="font-script text-xl font-semibold">
        Continue
      </h2>
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {conversations.map((conversation) => (
          <li
            key={conversation.id}
            className="group relative rounded-lg border border-line bg-sheet p-5 shadow-sheet transition-colors hover:border-pen sm:p-6"
          >
            <p className="text-sm text-ink-soft">{whereWords(conversation)}</p>
            <h3 className="mt-0.5 font-script text-lg font-semibold">
              <Link
                to={`/conversation/${conversation.id}#turn-${conversation.turns}`}
                className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg group-hover:text-pen hover:no-underline"
              >
                {conversation.scenarioTitle}
              </Link>
            </h3>
            {conversation.lastWords === null ? null : (
              <p className="mt-2 line-clamp-2 font-script" dir="auto">
                <span className="sr-only">
                  {conversation.lastWords.speaker === "learner" ? "You: " : `${conversation.partnerName}: `}
                </span>
                <span className={conversation.lastWords.speaker === "learner" ? "text-pen" : ""}>
                  “{conversation.lastWords.text}”
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whereWords({ partnerName, turns, expectedTurns }: ConversationEntry): string {
  return turns === 0
    ? `${partnerName} waits for your first words`
    : `${partnerName}, turn ${turns} of about ${expectedTurns}`;
}

/** Ended conversations, newest first, as the loader orders them. */
export function PastConversations({ conversations }: { conversations: ConversationEntry[] }) {
  if (conversations.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past" className="font-script text-xl font-semibold">
        What you have practised
      </h2>
      <ul className="mt-3 border-b border-line">
        {conversations.map((conversation) => (
          <li key={conversation.id} className="border-t border-line">
            <Link
              to={`/conversation/${conversation.id}`}
              className="grid gap-x-6 py-3 text-ink no-underline hover:text-pen hover:no-underline sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="font-semibold">{conversation.scenarioTitle}</span>
              <span className="text-sm text-ink-soft">
                {conversation.ended?.ending ? `${endingWords[conversation.ended.ending].listed}, ` : ""}
                {turnCountWords(conversation.turns).toLowerCase()},{" "}
                <time dateTime={conversation.startedAt}>{day.format(new Date(conversation.startedAt))}</time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

// In UTC, so that the server's words and the browser's are the same.
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
