import { memo } from "react";
import { Link } from "react-router";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import { AsideItem } from "#app/features/conversations/asides/aside-item.tsx";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { NoteInPane, quietWords } from "#app/features/conversations/coach-note.tsx";
import { coachMargin } from "#app/features/conversations/conversation-words.ts";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import { paneWords } from "./pane-words.ts";

type CoachNotesProps = {
  turns: TurnOnPage[];
  asides: Aside[];
  region: HelpRegion;
  coachMode: CoachMode;
  /** The turn whose note is looked for. */
  pointed: number | null;
  /** Somebody is at the note on this turn, or has left it (null). */
  onPoint: (ordinal: number | null) => void;
};

/**
 * The coach's pane: each note under the learner's own words that it speaks about, which lead to their turn. A turn without
 * a note is left out of a wide page; on a narrow one, where the conversation is not beside it, its words stay. What was
 * asked of the coach stands after the turn the conversation had come to.
 */
export function CoachNotes({ turns, asides, region, coachMode, pointed, onPoint }: CoachNotesProps) {
  const asked = Map.groupBy(asides, ({ turnId }) => turnId);
  const shown = turns.filter(({ id, learner }) => learner !== null || asked.has(id));
  return (
    <div className="coach-notes">
      {shown.some((turn) => hasSomething(turn) || asked.has(turn.id)) ? null : (
        <p className="text-sm text-ink-soft">{coachMargin[coachMode]}</p>
      )}
      <ol>
        {shown.map((turn, at) => (
          <CoachItem
            key={turn.id}
            isLast={at === shown.length - 1}
            turn={turn}
            asides={asked.get(turn.id) ?? none}
            region={region}
            isPointed={turn.ordinal === pointed}
            onPoint={onPoint}
          />
        ))}
      </ol>
    </div>
  );
}

/** The same one each time, so that an item without any is not drawn again. */
const none: Aside[] = [];

type CoachItemProps = Pick<CoachNotesProps, "asides" | "region" | "onPoint"> & {
  turn: TurnOnPage;
  isPointed: boolean;
  isLast: boolean;
};

const CoachItem = memo(function CoachItem(props: CoachItemProps) {
  const { turn, asides, region, isPointed, isLast, onPoint } = props;
  const empty = !hasSomething(turn) && asides.length === 0;

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It hears of the focus of what is in it.
    <li
      id={`note-${turn.ordinal}`}
      className={empty ? "coach-item without-note" : "coach-item"}
      data-pointed={isPointed || undefined}
      onFocus={() => onPoint(turn.ordinal)}
      onBlur={() => onPoint(null)}
    >
      {turn.learner === null ? null : (
        <>
          <Link to={{ hash: `#turn-${turn.ordinal}` }} replace className="coach-about">
            <span className="small-caps">{paneWords.turn(turn.ordinal)}</span>
            <span className="coach-about-words" dir="auto">
              {turn.learner}
            </span>
          </Link>
          <NoteInPane turn={turn} />
        </>
      )}
      {asides.map((aside, at) => (
        <AsideItem
          key={aside.id}
          aside={aside}
          ordinal={turn.ordinal}
          region={region}
          isLast={isLast && at === asides.length - 1}
        />
      ))}
    </li>
  );
});

function hasSomething(turn: TurnOnPage): boolean {
  return turn.coach.text !== "" || quietWords(turn) !== null;
}
