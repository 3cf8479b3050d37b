import Pencil from "lucide-react/icons/pencil";
import { Notice } from "#app/ui/notice.tsx";
import { coachListens, coachMargin, coachWaits, coachWords, retriable } from "./conversation-words.ts";
import { RetryForm } from "./retry-form.tsx";
import type { TurnOnPage } from "./turn-view.tsx";

type CoachNoteProps = { turn: TurnOnPage; canRetry: boolean };

/** The coach's cell of one turn: a pencilled note, a state in words, or nothing at all. */
export function CoachNote({ turn, canRetry }: CoachNoteProps) {
  const { status, text } = turn.coach;
  if (text !== "") return <WrittenNote turn={turn} canRetry={canRetry} />;

  const words = quietWords(turn);
  if (words === null) {
    return (
      <div className="script-note max-lg:hidden lg:py-4">
        {turn.ordinal === 0 && canRetry ? <Notice icon={Pencil}>{coachMargin}</Notice> : null}
      </div>
    );
  }
  const running = status === "running";
  return (
    <div className="script-note pb-3 lg:py-4">
      <div className="script-after-name lg:ms-0">
        {running ? (
          <p className="waiting-dots text-sm text-pencil">{words}</p>
        ) : (
          <Notice action={canRetry && retriable[status] ? <RetryForm turnId={turn.id} lane="coach" /> : null}>
            {words}
          </Notice>
        )}
      </div>
    </div>
  );
}

function WrittenNote({ turn, canRetry }: CoachNoteProps) {
  const { label, body } = splitLabel(turn.coach.text);
  const words = turn.coach.status === "running" ? null : coachWords[turn.coach.status];
  return (
    <aside className="script-note pb-4 lg:py-4" aria-label={`The coach’s note on turn ${turn.ordinal}`}>
      <details
        open
        id={`note-${turn.ordinal}`}
        className="pencil-note script-after-name border-s-2 border-pencil ps-4 lg:ms-0 lg:border-s-0 lg:ps-0"
        aria-busy={turn.coach.status === "running"}
      >
        <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold text-pencil hover:underline lg:min-h-8">
          <Pencil aria-hidden="true" className="size-4 shrink-0" />
          <span className="sr-only">Coach: </span>
          <span dir="auto">{label ?? "Coach"}</span>
        </summary>
        <p className="spoken text-sm leading-relaxed" dir="auto">
          {body}
        </p>
        {words === null ? null : (
          <Notice
            action={
              canRetry && retriable[turn.coach.status] ? <RetryForm turnId={turn.id} lane="coach" /> : null
            }
          >
            {words}
          </Notice>
        )}
        <a
          href={`#turn-${turn.ordinal}`}
          className="mt-1 inline-block py-1 text-xs text-ink-soft no-underline hover:underline max-lg:hidden"
        >
          on turn {turn.ordinal}
        </a>
      </details>
    </aside>
  );
}

function quietWords(turn: TurnOnPage): string | null {
  // A coach that waits for the partner's reply is not writing yet; saying so would make the wait look like its fault.
  if (turn.coach.status === "running" && turn.partner.status === "running") return coachWaits;
  if (turn.coach.status !== "silent") return coachWords[turn.coach.status];
  return turn.ordinal === 1 ? coachListens : null;
}

/** A note reads "Label — the rest"; one that does not is shown whole. Exported for lists of notes. */
export function splitLabel(note: string): { label: string | null; body: string } {
  const match = /^([^—\n]{2,48}?)\s+—\s+([\s\S]*)$/u.exec(note);
  return match?.[1] === undefined ? { label: null, body: note } : { label: match[1], body: match[2] ?? "" };
}
