import { aimWord } from "./conversation-words.ts";
import type { HelpRegion } from "./help-card/help-resources.ts";
import { type TurnOnPage, TurnView } from "./turn-view.tsx";

type TranscriptProps = {
  turns: TurnOnPage[];
  partnerName: string;
  /** Notes stand under their turns too. */
  coachShown: boolean;
  /** The learner's goal, set over the first line like a stage direction; null leaves it out. */
  aim: string | null;
  /** False once ended: nothing may be asked again, and every note stands open. */
  open: boolean;
  /** Something was said after the last turn already, on a branch that is not in view. */
  goesOn?: boolean;
  /** The turn that was sent from this page last: it stands at the pane's top, and the reply grows below it. */
  sent?: string | null;
  /** The note on this turn has been unfolded. */
  onRead?: (ordinal: number) => void;
  region: HelpRegion;
  /** The turn that a note in view speaks about. */
  pointed: number | null;
};

/** Every turn from the opener on, in reading order: learner, partner, coach. */
export function Transcript(props: TranscriptProps) {
  const {
    turns,
    partnerName,
    coachShown,
    aim,
    open,
    goesOn = false,
    sent = null,
    region,
    onRead,
    pointed,
  } = props;
  const answering = turns.some(({ partner }) => partner.status === "running");
  return (
    <div className="script-lines">
      {aim === null ? null : (
        <p className="script-after-name pt-4 text-sm text-ink-soft">
          <strong className="font-semibold text-ink">{aimWord}</strong> {aim}
        </p>
      )}
      <ol>
        {turns.map((turn) => (
          <TurnView
            key={turn.ordinal}
            turn={turn}
            partnerName={partnerName}
            coachShown={coachShown}
            isOpen={open}
            isLast={turn === turns.at(-1) && !goesOn}
            isAnswering={answering}
            isAnchored={turn.id === sent}
            isPointed={turn.ordinal === pointed}
            region={region}
            onRead={onRead}
          />
        ))}
      </ol>
    </div>
  );
}
