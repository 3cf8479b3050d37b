import CircleAlert from "lucide-react/icons/circle-alert";
import { Notice } from "#app/ui/notice.tsx";
import { CoachNote } from "./coach-note.tsx";
import type { Turn } from "./conversation.ts";
import { type Delivery, NotSentYet, OnItsWay } from "./delivery.tsx";
import { partnerWords, retriable } from "./conversation-words.ts";
import { RetryForm } from "./retry-form.tsx";

/** A turn without what the learner must not see (the partner's state, what the rules read). */
export type TurnOnPage = Pick<Turn, "id" | "ordinal" | "learner" | "partner" | "coach"> & {
  /** Set while the learner's message is not known to have arrived. */
  delivery?: Delivery;
};

type TurnViewProps = {
  turn: TurnOnPage;
  partnerName: string;
  /** Shows the coach's cell. */
  coachOn: boolean;
  /** Which lanes may be asked again: none in an ended conversation, the partner only where nothing was said after it. */
  mayRetry: { partner: boolean; coach: boolean };
};

/** One turn: the learner's words, the partner's, and the coach's note under or beside them. */
export function TurnView({ turn, partnerName, coachOn, mayRetry }: TurnViewProps) {
  const hasNote = coachOn && turn.coach.text !== "";
  return (
    <li id={`turn-${turn.ordinal}`} className="script-row">
      <div className="script-main space-y-5 py-4">
        {turn.learner === null ? null : (
          <LearnerLine
            text={turn.learner}
            ordinal={turn.ordinal}
            hasNote={hasNote}
            delivery={turn.delivery ?? null}
          />
        )}
        {turn.delivery?.state === "offline" ? null : (
          <PartnerLine turn={turn} name={partnerName} canRetry={mayRetry.partner} />
        )}
      </div>
      {coachOn ? <CoachNote turn={turn} canRetry={mayRetry.coach} /> : null}
    </li>
  );
}

type LearnerLineProps = { text: string; ordinal: number; hasNote: boolean; delivery: Delivery | null };

function LearnerLine({ text, ordinal, hasNote, delivery }: LearnerLineProps) {
  return (
    <article className="script-line">
      <h3 className="small-caps flex items-baseline gap-2 pt-1.5 text-pen sm:justify-end">
        You<span className="sr-only"> said</span>
        {delivery?.state === "sending" ? <OnItsWay /> : null}
      </h3>
      <div className="script-mark rounded-sm">
        <p className="spoken font-script text-lg text-pen" dir="auto">
          {text}
        </p>
        {delivery?.state === "offline" ? <NotSentYet takeBack={delivery.takeBack} /> : null}
        {hasNote ? (
          <a
            href={`#note-${ordinal}`}
            className="mt-1 inline-block py-1 text-xs text-pencil no-underline hover:underline max-lg:hidden"
          >
            The coach noted this
          </a>
        ) : null}
      </div>
    </article>
  );
}

function PartnerLine({ turn, name, canRetry }: { turn: TurnOnPage; name: string; canRetry: boolean }) {
  const { status, text } = turn.partner;
  const running = status === "running";
  const words = partnerWords(name)[status];
  const alarm = status === "failed" || status === "partial";
  return (
    <article className="script-line" aria-busy={running}>
      <h3 className="small-caps pt-1.5 text-ink-soft sm:text-end" dir="auto">
        {name}
        <span className="sr-only"> said</span>
      </h3>
      <div className="min-h-8 min-w-0">
        {text === "" ? null : (
          <p className="spoken font-script text-lg" dir="auto">
            {text}
          </p>
        )}
        {running && text === "" ? <p className="waiting-dots pt-1 text-ink-soft">{words}</p> : null}
        {!running && words !== null ? (
          <Notice
            icon={alarm ? CircleAlert : undefined}
            tone={alarm ? "alarm" : "calm"}
            action={canRetry && retriable[status] ? <RetryForm turnId={turn.id} lane="partner" /> : null}
          >
            {words}
          </Notice>
        ) : null}
      </div>
    </article>
  );
}
