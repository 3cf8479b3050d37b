import type { ComponentProps } from "react";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { Alert } from "#app/ui/alert.tsx";
import { SkipLink } from "#app/ui/page-shell.tsx";
import { standingWords } from "./announcements/announcement-words.ts";
import { Announcer } from "./announcements/announcer.tsx";
import { Composer } from "./composer/composer.tsx";
import type { Ending } from "./conversation.ts";
import { EndedSummary } from "./ended-summary.tsx";
import { EndingBanner } from "./ending-banner.tsx";
import { RoomHeader } from "./room-header.tsx";
import type { RoomPreferences } from "./room-preferences.ts";
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
  preferences: RoomPreferences;
};

/** The whole room, from plain values; the live page only changes what it passes in. Brings its own header, no page shell. */
export function RoomView(props: RoomViewProps) {
  const { turnsOnPage, coachOn, proposes, composer, summary, preferences, ...header } = props;
  const partnerName = calledName(header.brief.partner.name);
  const proposal = composer?.answering ? null : proposes;
  const spent = composer?.turnsLeft === 0;
  const refused = Boolean(composer?.error);
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
            {proposal === null ? null : <EndingBanner partnerName={partnerName} proposes={proposal} />}
            <Alert id="composer-error">{composer.error}</Alert>
            {spent ? (
              <SpentBudget keptText={composer.keptText} refused={refused} />
            ) : (
              <Composer partnerName={partnerName} {...composer} />
            )}
          </div>
        )}
        <Announcer
          turns={turnsOnPage}
          partnerName={partnerName}
          announce={preferences.announce}
          standing={standingWords({
            partnerName,
            proposal,
            spent: spent && !refused,
            going: composer?.going ?? "idle",
          })}
        />
      </main>
    </div>
  );
}
