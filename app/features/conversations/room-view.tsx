import type { ComponentProps } from "react";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { SkipLink } from "#app/ui/page-shell.tsx";
import { Composer } from "./composer/composer.tsx";
import type { Ending } from "./conversation.ts";
import { EndedSummary } from "./ended-summary.tsx";
import { EndingBanner } from "./ending-banner.tsx";
import { RoomHeader } from "./room-header.tsx";
import { SpentBudget } from "./spent-budget.tsx";
import { Transcript } from "./transcript.tsx";
import type { TurnOnPage } from "./turn-view.tsx";

type RoomViewProps = ComponentProps<typeof RoomHeader> & {
  turnsOnPage: TurnOnPage[];
  coachOn: boolean;
  /** Set while the partner would close. */
  proposes: Ending | null;
  /** Null once ended. */
  composer: Omit<ComponentProps<typeof Composer>, "partnerName"> | null;
  /** Set once ended. */
  summary: Omit<ComponentProps<typeof EndedSummary>, "partnerName"> | null;
  /** Set it to a whole reply with the speaker's name when it is complete; read out once. */
  announcement?: string;
};

/** The whole room, from plain values; the live page only changes what it passes in. Brings its own header, no page shell. */
export function RoomView(props: RoomViewProps) {
  const { turnsOnPage, coachOn, proposes, composer, summary, announcement = "", ...header } = props;
  const partnerName = calledName(header.brief.partner.name);
  return (
    <div className="script-room">
      {composer === null ? null : <SkipLink to="#text">Skip to the message box</SkipLink>}
      <RoomHeader {...header} />
      <main className={`script-page ${coachOn ? "with-margin" : ""}`}>
        {summary === null ? null : <EndedSummary partnerName={partnerName} {...summary} />}
        <Transcript
          turns={turnsOnPage}
          partnerName={partnerName}
          coachOn={coachOn}
          aim={header.brief.learner.goal}
          open={composer !== null}
        />
        {composer === null ? null : (
          <div className="script-dock border-t border-line bg-paper">
            {proposes === null || composer.answering ? null : (
              <EndingBanner partnerName={partnerName} proposes={proposes} />
            )}
            {composer.turnsLeft === 0 ? (
              <SpentBudget keptText={composer.keptText} />
            ) : (
              <Composer partnerName={partnerName} {...composer} />
            )}
          </div>
        )}
        <p role="status" className="sr-only">
          {announcement}
        </p>
      </main>
    </div>
  );
}
