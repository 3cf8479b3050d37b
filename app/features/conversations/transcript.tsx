import { type TurnOnPage, TurnView } from "./turn-view.tsx";

type TranscriptProps = {
  turns: TurnOnPage[];
  partnerName: string;
  coachOn: boolean;
  /** False once ended: nothing may be asked again. */
  open?: boolean;
};

/**
 * Every turn from the opener on, in reading order: learner, partner, coach. A log that does not speak by itself
 * (`aria-live="off"`): replies are announced once, whole, by the room's own status region.
 */
export function Transcript({ turns, partnerName, coachOn, open = true }: TranscriptProps) {
  return (
    <section role="log" aria-live="off" aria-label={`Conversation with ${partnerName}`} className="script-lines">
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
