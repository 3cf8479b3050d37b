import { Link } from "react-router";
import { lengthWords, turnCountWords } from "#app/features/conversations/conversation-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import { Moment } from "#app/ui/moment.tsx";
import type { ConversationEntry } from "./conversation-entry.ts";
import { stateWords } from "./list-words.ts";

/** Conversations as lines: what, how it stands, how long, when. Open ones lead into the room, ended ones to their review. */
export function ConversationRows({ conversations }: { conversations: ConversationEntry[] }) {
  return (
    <ul className="border-b border-line">
      {conversations.map((conversation) => (
        <li key={conversation.id} className="border-t border-line">
          <Link
            to={`/conversation/${conversation.id}${conversation.ended ? "/debrief" : ""}`}
            className="grid gap-x-6 gap-y-0.5 py-3 text-ink no-underline hover:text-pen hover:no-underline sm:grid-cols-[minmax(0,1fr)_11rem] lg:grid-cols-[minmax(0,1fr)_9rem_14rem_10rem]"
          >
            <span className="min-w-0">
              <span className="font-semibold">{conversation.scenarioTitle}</span>
              <span className="flex gap-x-3 text-sm text-ink-soft">
                <span className="shrink-0">{difficultyOf(conversation)}</span>
                {conversation.ownLastWords === null ? null : (
                  <span className="min-w-0 truncate font-script" dir="auto">
                    “{conversation.ownLastWords}”
                  </span>
                )}
              </span>
            </span>
            <span className="flex flex-wrap gap-x-4 sm:contents">
              <span
                className={`text-sm sm:text-end lg:text-start ${conversation.ended ? "text-ink-soft" : "font-semibold text-pen"}`}
              >
                {stateWords(conversation)}
              </span>
              <span className="text-sm text-ink-soft">{howLong(conversation)}</span>
              <span className="text-sm text-ink-soft sm:text-end">
                <Moment at={conversation.startedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function difficultyOf({ difficulty, partnerName }: ConversationEntry): string {
  return difficultyWords(calledName(partnerName))[difficulty].title;
}

function howLong({ turns, minutes }: ConversationEntry): string {
  return turns === 0 ? turnCountWords(turns) : `${turnCountWords(turns)}, ${lengthWords(minutes)}`;
}
