import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { budgetLeftWords } from "#app/features/conversations/conversation-words.ts";
import {
  type Enter,
  type Going,
  goingWords,
  keyWords,
  refreshWord,
  roomLeftWords,
} from "./composer-words.ts";

type ComposerHintProps = {
  going: Going;
  enter: Enter;
  partnerName: string;
  characters: number;
  turnsLeft: number | null;
  budgetLow: boolean;
  onRefresh?: () => void;
};

/** The line under the box: what goes on, or the keys that help; the room left, and the budget when it nears its end. */
export function ComposerHint(props: ComposerHintProps) {
  const { going, enter, partnerName, characters, turnsLeft, budgetLow, onRefresh } = props;
  const told = goingWords(going, partnerName);
  const counted = roomLeftWords(characters);
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 text-xs text-ink-soft sm:min-h-5 low:mt-1">
      <p id="composer-hint" className="contents">
        {told === null ? (
          <span className="needs-script hidden pointer-fine:inline">{keyWords(going, enter)}</span>
        ) : (
          <span>{told}</span>
        )}
        {turnsLeft !== null && (budgetLow || turnsLeft <= fewTurns) ? (
          <span>{budgetLeftWords(turnsLeft, budgetLow)}</span>
        ) : null}
      </p>
      {going === "cut" ? (
        <button
          type="button"
          onClick={onRefresh}
          className="min-h-11 font-semibold text-pen underline underline-offset-4 hover:decoration-2 pointer-fine:min-h-6"
        >
          {refreshWord}
        </button>
      ) : null}
      {counted === null ? null : (
        <p
          id="composer-count"
          className={characters > maxMessageCharacters ? "font-semibold text-alarm" : ""}
        >
          {counted}
        </p>
      )}
    </div>
  );
}

/** Turns from which on the budget is named beside the box. */
const fewTurns = 5;
