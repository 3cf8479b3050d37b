import CircleAlert from "lucide-react/icons/circle-alert";
import Pencil from "lucide-react/icons/pencil";
import { memo } from "react";
import { Link } from "react-router";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStillText } from "#app/ui/use-still-text.ts";
import { assistedWords } from "./asides/aside-words.ts";
import { BranchSwitch } from "./branches/branch-switch.tsx";
import type { Fork } from "./branches/branch.ts";
import { TryAgain } from "./branches/try-again.tsx";
import { NoteUnderTurn } from "./coach-note.tsx";
import type { Turn } from "./conversation.ts";
import { HelpCard } from "./help-card/help-card.tsx";
import type { HelpRegion } from "./help-card/help-resources.ts";
import { isHelpTurn } from "./help-card/help-turn.ts";
import { type Delivery, NotSentYet, OnItsWay } from "./delivery.tsx";
import { copyReply, notedWords, partnerWords, retriable, saidWord, youWord } from "./conversation-words.ts";
import { RetryForm } from "./retry-form.tsx";

/** A turn without what the learner must not see (the partner's state, what the rules read). */
export type TurnOnPage = Pick<
  Turn,
  "id" | "ordinal" | "learner" | "partner" | "coach" | "coachMode" | "assisted"
> & {
  /** Set while the learner's message is not known to have arrived. */
  delivery?: Delivery;
  /** Set where it was said in more than one way. */
  fork?: Fork | null;
};

type TurnViewProps = {
  turn: TurnOnPage;
  partnerName: string;
  coachShown: boolean;
  /** Of an ended conversation nothing may be asked again. */
  isOpen: boolean;
  /** A reply may be asked again only where nothing was said after it. */
  isLast: boolean;
  /** The partner answers somewhere: until then nobody leaves this branch. */
  isAnswering: boolean;
  isAnchored: boolean;
  isPointed: boolean;
  /** Whose numbers a help card shows first. */
  region: HelpRegion;
  onRead: ((ordinal: number) => void) | undefined;
};

/**
 * One turn on whatever branch, so that who goes from branch to branch stays at the same place: the learner's words, the
 * partner's, and under them the coach's note. On a wide page the note stands in the coach's pane instead, and a badge leads
 * there. Where a message signals self-harm, the help card stands in both places.
 */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const {
    turn,
    partnerName,
    coachShown,
    isOpen,
    isLast,
    isAnswering,
    isAnchored,
    isPointed,
    region,
    onRead,
  } = props;
  const isHelp = isHelpTurn(turn);
  return (
    <li
      id={`turn-${turn.ordinal}`}
      className="script-turn"
      data-anchored={isAnchored || undefined}
      data-pointed={isPointed || undefined}
      data-from-start={(isHelp && isLast) || undefined}
    >
      {turn.learner === null ? null : (
        <LearnerLine
          key={`said ${turn.id}`}
          text={turn.learner}
          ordinal={turn.ordinal}
          hasNote={coachShown && isOpen && turn.coach.text !== ""}
          assisted={turn.assisted}
          delivery={turn.delivery ?? null}
        />
      )}
      {/* From the start, so that nothing moves once the message has arrived. */}
      {turn.learner === null || turn.delivery?.state === "offline" || (isHelp && !turn.fork) ? null : (
        <div className="script-after-name branch-row">
          {isHelp ? null : <TryAgain turn={turn} disabled={isAnswering} />}
          {turn.fork ? <BranchSwitch turn={turn} fork={turn.fork} disabled={isAnswering} /> : null}
        </div>
      )}
      {isHelp ? <HelpCard answers={{ turn: turn.ordinal }} region={region} isOpen={isOpen} /> : null}
      {isHelp || turn.delivery?.state === "offline" ? null : (
        <PartnerLine key={`answered ${turn.id}`} turn={turn} name={partnerName} canRetry={isOpen && isLast} />
      )}
      {coachShown ? (
        <NoteUnderTurn key={`noted ${turn.id}`} turn={turn} isOpen={isOpen} onRead={onRead} />
      ) : null}
    </li>
  );
});

type LearnerLineProps = {
  text: string;
  ordinal: number;
  hasNote: boolean;
  assisted: Turn["assisted"];
  delivery: Delivery | null;
};

function LearnerLine({ text, ordinal, hasNote, assisted, delivery }: LearnerLineProps) {
  return (
    <article className="script-line">
      <h3 className="script-name small-caps text-pen">
        {youWord}
        <span className="sr-only"> {saidWord}</span>
        {delivery?.state === "sending" ? <OnItsWay /> : null}
      </h3>
      <div className="script-mark">
        <p className="spoken font-script text-lg text-pen" dir="auto">
          {text}
        </p>
        {assisted ? <p className="text-xs text-ink-soft">{assistedWords(assisted)}</p> : null}
        {delivery?.state === "offline" ? <NotSentYet takeBack={delivery.takeBack} /> : null}
        {hasNote ? (
          <Link to={{ hash: `#note-${ordinal}` }} replace className="note-badge">
            <Pencil aria-hidden="true" className="size-3.5" />
            {notedWords}
          </Link>
        ) : null}
      </div>
    </article>
  );
}

function PartnerLine({ turn, name, canRetry }: { turn: TurnOnPage; name: string; canRetry: boolean }) {
  const { status } = turn.partner;
  const running = status === "running";
  const text = useStillText(turn.partner.text, running);
  const words = partnerWords(name)[status];
  const alarm = status === "failed" || status === "partial";
  return (
    <article className="script-line" aria-busy={running}>
      <h3 className="script-name small-caps text-ink-soft" dir="auto">
        {name}
        <span className="sr-only"> {saidWord}</span>
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
      {running || text === "" ? null : <CopyButton text={text} name={copyReply(name)} />}
    </article>
  );
}
