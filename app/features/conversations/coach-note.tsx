import ChevronDown from "lucide-react/icons/chevron-down";
import Pencil from "lucide-react/icons/pencil";
import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStillText } from "#app/ui/use-still-text.ts";
import {
  coachListens,
  coachWord,
  noteOnTurn,
  coachWaits,
  coachWords,
  copyNote,
  lookAgainWord,
  retriable,
} from "./conversation-words.ts";
import { isHelpTurn } from "./help-card/help-turn.ts";
import { RetryForm } from "./retry-form.tsx";
import type { TurnOnPage } from "./turn-view.tsx";

type NoteUnderTurnProps = {
  turn: TurnOnPage;
  isOpen: boolean;
  onRead: ((ordinal: number) => void) | undefined;
};

/** Under its turn, where there is no pane for it: folded up while the conversation is open, so that it stays one. */
export function NoteUnderTurn({ turn, isOpen, onRead }: NoteUnderTurnProps) {
  const text = useStillText(noteText(turn), isWriting(turn));
  if (text === "") return <CoachState turn={turn} canRetry={isOpen} className="note-under-turn" />;
  const { label, body } = splitLabel(text);
  return (
    <div role="note" aria-label={noteName(turn)} className="note-under-turn">
      <details
        open={isOpen ? undefined : true}
        aria-busy={isWriting(turn)}
        onToggle={(event) => (event.currentTarget.open ? onRead?.(turn.ordinal) : undefined)}
      >
        <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold text-pencil hover:underline">
          <h3 className="contents">
            <NoteLabel label={label} />
          </h3>
          <ChevronDown aria-hidden="true" className="chevron size-4 shrink-0" />
        </summary>
        <NoteBody turn={turn} body={body} canRetry={isOpen} />
      </details>
    </div>
  );
}

/** In the coach's pane, where there is room for it. */
export function NoteInPane({ turn }: { turn: TurnOnPage }) {
  const text = useStillText(noteText(turn), isWriting(turn));
  if (text === "") return <CoachState turn={turn} canRetry />;
  const { label, body } = splitLabel(text);
  return (
    <div role="note" aria-label={noteName(turn)} aria-busy={isWriting(turn)}>
      <h3 className="flex items-center gap-2 pe-10 text-sm font-semibold text-pencil">
        <NoteLabel label={label} />
      </h3>
      <NoteBody turn={turn} body={body} canRetry />
    </div>
  );
}

/** What is said where a note is not, or not yet; null where silence needs no words. */
export function quietWords(turn: TurnOnPage): string | null {
  if (isHelpTurn(turn)) return null;
  // A coach that waits for the partner's reply is not writing yet; saying so would make the wait look like its fault.
  if (turn.coach.status === "running" && turn.partner.status === "running") return coachWaits;
  if (turn.coach.status !== "silent") return coachWords[turn.coach.status];
  const speaksUnasked = (turn.coachMode ?? "after-each-turn") === "after-each-turn";
  return turn.ordinal === 1 && speaksUnasked ? coachListens : null;
}

/** A note reads "Label — the rest"; one that does not is shown whole. Exported for lists of notes. */
export function splitLabel(note: string): { label: string | null; body: string } {
  const match = /^([^—\n]{2,48}?)\s+—\s+([\s\S]*)$/u.exec(note);
  return match?.[1] === undefined ? { label: null, body: note } : { label: match[1], body: match[2] ?? "" };
}

/** A finished note comes without the marks of markdown; one that is being written may still bring them. */
function noteText(turn: TurnOnPage): string {
  const { text } = turn.coach;
  return isWriting(turn) ? text.replaceAll(/\*\*|__|[*_]$/gu, "") : text;
}

/** Icon, word and colour: who cannot see one of them has the others. */
function NoteLabel({ label }: { label: string | null }) {
  return (
    <>
      <Pencil aria-hidden="true" className="size-4 shrink-0" />
      <span className="sr-only">{coachWord}: </span>
      <span dir="auto">{label ?? coachWord}</span>
    </>
  );
}

function NoteBody({ turn, body, canRetry }: { turn: TurnOnPage; body: string; canRetry: boolean }) {
  const words = isWriting(turn) ? null : coachWords[turn.coach.status];
  return (
    <>
      <p className="spoken text-sm leading-relaxed" dir="auto">
        {body}
      </p>
      {words === null ? null : <Notice action={retry(turn, canRetry)}>{words}</Notice>}
      {isWriting(turn) ? <LookAgain turn={turn} /> : <CopyButton text={turn.coach.text} name={copyNote} />}
    </>
  );
}

type CoachStateProps = { turn: TurnOnPage; canRetry: boolean; className?: string };

function CoachState({ turn, canRetry, className }: CoachStateProps) {
  const words = quietWords(turn);
  if (words === null) return null;
  return (
    <div className={className}>
      {isWriting(turn) ? (
        <>
          <p className="waiting-dots text-sm text-pencil">{words}</p>
          <LookAgain turn={turn} />
        </>
      ) : (
        <Notice action={retry(turn, canRetry)}>{words}</Notice>
      )}
    </div>
  );
}

/**
 * Without JavaScript, when only the note is still to come: the page does not ask again by itself then, since that would
 * cost the words that somebody has begun to answer with.
 */
function LookAgain({ turn }: { turn: TurnOnPage }) {
  if (turn.partner.status === "running") return null;
  return (
    <Form method="get" className="without-script no-print">
      <Button kind="plain">{lookAgainWord}</Button>
    </Form>
  );
}

function retry(turn: TurnOnPage, canRetry: boolean): ReactNode {
  return canRetry && retriable[turn.coach.status] ? <RetryForm turnId={turn.id} lane="coach" /> : null;
}

function isWriting(turn: TurnOnPage): boolean {
  return turn.coach.status === "running";
}

function noteName(turn: TurnOnPage): string {
  return noteOnTurn(turn.ordinal);
}
