import { type TurnOnPage, TurnView } from "./turn-view.tsx";

type TranscriptProps = {
  turns: TurnOnPage[];
  partnerName: string;
  coachOn: boolean;
  /** The learner's goal, set over the first line like a stage direction; null leaves it out. */
  aim: string | null;
  /** False once ended: nothing may be asked again. */
  open?: boolean;
};

/**
 * Every turn from the opener on, in reading order: learner, partner, coach. A log that does not speak by itself
 * (`aria-live="off"`): replies are announced once, whole, by the room's own status region.
 */
export function Transcript({ turns, partnerName, coachOn, aim, open = true }: TranscriptProps) {
  return (
    <section
      role="log"
      aria-live="off"
      aria-label={`Conversation with ${partnerName}`}
      className="script-lines"
    >
      {/* The ended page has a heading of its own over the transcript. */}
      {open ? <h2 className="sr-only">What is said</h2> : null}
      {aim === null ? null : (
        <div className="script-row">
          <p className="script-main pt-4 text-sm text-ink-soft">
            <span className="script-after-name block max-w-[65ch]">
              <strong className="font-semibold text-ink">What you are after:</strong> {aim}
            </span>
          </p>
        </div>
      )}
      <ol>
        {turns.map((turn) => (
          <TurnView
            key={turn.id}
            turn={turn}
            partnerName={partnerName}
            coachOn={coachOn}
            mayRetry={{ partner: open && turn === turns.at(-1), coach: open }}
          />
        ))}
      </ol>
    </section>
  );
}
