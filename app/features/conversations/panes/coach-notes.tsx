import { memo } from "react";
import { Link } from "react-router";
import { NoteInPane, quietWords } from "#app/features/conversations/coach-note.tsx";
import { coachMargin } from "#app/features/conversations/conversation-words.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import { paneWords } from "./pane-words.ts";

type CoachNotesProps = {
  turns: TurnOnPage[];
  /** The turn whose note is looked for. */
  pointed: number | null;
  /** Somebody is at the note on this turn, or has left it (null). */
  onPoint: (ordinal: number | null) => void;
};

/**
 * The coach's pane: each note under the learner's own words that it speaks about, which lead to their turn. A turn without
 * a note is left out of a wide page; on a narrow one, where the conversation is not beside it, its words stay.
 */
export function CoachNotes({ turns, pointed, onPoint }: CoachNotesProps) {
  const said = turns.filter(({ learner }) => learner !== null);
  return (
    <div className="coach-notes">
      {said.some(hasSomething) ? null : <p className="text-sm text-ink-soft">{coachMargin}</p>}
      <ol>
        {said.map((turn) => (
          <CoachItem key={turn.id} turn={turn} isPointed={turn.ordinal === pointed} onPoint={onPoint} />
        ))}
      </ol>
    </div>
  );
}

type CoachItemProps = { turn: TurnOnPage; isPointed: boolean; onPoint: CoachNotesProps["onPoint"] };

const CoachItem = memo(function CoachItem({ turn, isPointed, onPoint }: CoachItemProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It hears of the focus of what is in it.
    <li
      id={`note-${turn.ordinal}`}
      className={hasSomething(turn) ? "coach-item" : "coach-item without-note"}
      data-pointed={isPointed || undefined}
      onFocus={() => onPoint(turn.ordinal)}
      onBlur={() => onPoint(null)}
    >
      <Link to={{ hash: `#turn-${turn.ordinal}` }} replace className="coach-about">
        <span className="small-caps">{paneWords.turn(turn.ordinal)}</span>
        <span className="coach-about-words" dir="auto">
          {turn.learner}
        </span>
      </Link>
      <NoteInPane turn={turn} />
    </li>
  );
});

function hasSomething(turn: TurnOnPage): boolean {
  return turn.coach.text !== "" || quietWords(turn) !== null;
}
