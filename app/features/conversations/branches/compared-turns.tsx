import Pencil from "lucide-react/icons/pencil";
import { splitLabel } from "#app/features/conversations/coach-note.tsx";
import {
  coachWord,
  coachWords,
  partnerWords,
  saidWord,
  youWord,
} from "#app/features/conversations/conversation-words.ts";
import { isHelpTurn } from "#app/features/conversations/help-card/help-turn.ts";
import { helpWords } from "#app/features/conversations/help-card/help-words.ts";
import { compareWords } from "./branch-words.ts";
import type { ComparedTurn } from "./comparison.server.ts";

type ComparedTurnsProps = { turns: ComparedTurn[]; partnerName: string };

/** Turns to be read, with nothing to press: who said what, and what the coach noted. */
export function ComparedTurns({ turns, partnerName }: ComparedTurnsProps) {
  return (
    <ol className="mt-3">
      {turns.map(({ id, ordinal, learner, partner, coach }) => (
        <li key={id} className="space-y-3 border-t border-line py-4 first:border-t-0">
          {learner === null ? null : (
            <>
              <h3 className="text-sm text-ink-soft">{compareWords.turn(ordinal)}</h3>
              <Line name={youWord} text={learner} className="text-pen" />
            </>
          )}
          <Line
            name={isHelpTurn({ partner }) ? helpWords.speaker : partnerName}
            text={partner.text}
            state={partnerWords(partnerName)[partner.status]}
          />
          {coach.text === "" && coachWords[coach.status] === null ? null : (
            <Note text={coach.text} state={coachWords[coach.status]} />
          )}
        </li>
      ))}
    </ol>
  );
}

type LineProps = { name: string; text: string; state?: string | null; className?: string };

function Line({ name, text, state = null, className = "" }: LineProps) {
  return (
    <div>
      <p className={`small-caps ${className || "text-ink-soft"}`} dir="auto">
        {name}
        <span className="sr-only"> {saidWord}</span>
      </p>
      {text === "" ? null : (
        <p className={`spoken font-script text-lg ${className}`} dir="auto">
          {text}
        </p>
      )}
      {state === null ? null : <p className="text-sm text-ink-soft">{state}</p>}
    </div>
  );
}

function Note({ text, state }: { text: string; state: string | null }) {
  const { label, body } = splitLabel(text);
  return (
    <div className="border-s-2 border-pencil ps-4 text-sm">
      <p className="flex items-center gap-2 font-semibold text-pencil">
        <Pencil aria-hidden="true" className="size-4 shrink-0" />
        <span className="sr-only">{coachWord}: </span>
        <span dir="auto">{label ?? coachWord}</span>
      </p>
      {body === "" ? null : (
        <p className="spoken" dir="auto">
          {body}
        </p>
      )}
      {state === null ? null : <p className="text-ink-soft">{state}</p>}
    </div>
  );
}
