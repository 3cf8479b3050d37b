import type { ComponentProps, ReactNode } from "react";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { Alert } from "#app/ui/alert.tsx";
import { standingWords } from "./announcements/announcement-words.ts";
import { Announcer } from "./announcements/announcer.tsx";
import type { Parting } from "./branches/branch.ts";
import { RewoundNotice } from "./branches/rewound-notice.tsx";
import type { Aside } from "./asides/aside.ts";
import { AsideItem } from "./asides/aside-item.tsx";
import { asideWords } from "./asides/aside-words.ts";
import type { AskCoachProps } from "./asides/ask-coach.tsx";
import { Composer } from "./composer/composer.tsx";
import type { Ending } from "./conversation.ts";
import { EndingBanner } from "./ending-banner.tsx";
import { Shortcuts } from "./keyboard/shortcuts.tsx";
import { SkipLinks } from "./keyboard/skip-links.tsx";
import { OpenRoom, type OpenRoomProps } from "./panes/open-room.tsx";
import { paneWords } from "./panes/pane-words.ts";
import { usePlace } from "./panes/use-place.ts";
import { PrintHead } from "./print-head.tsx";
import { EndedNotice } from "./review/ended-notice.tsx";
import { RoomHeader } from "./room-header.tsx";
import type { RoomPreferences } from "./room-preferences.ts";
import { SpentBudget } from "./spent-budget.tsx";
import { Transcript } from "./transcript.tsx";
import type { TurnOnPage } from "./turn-view.tsx";

type RoomViewProps = Omit<ComponentProps<typeof RoomHeader>, "settings" | "coachMode" | "onPrefer"> & {
  turnsOnPage: TurnOnPage[];
  coachOn: boolean;
  /** What was asked of the coach on this branch. */
  asides?: Aside[];
  /** Null where the coach cannot be asked. */
  askCoach?: Omit<AskCoachProps, "partnerName"> | null;
  preferences: RoomPreferences;
  panes: OpenRoomProps;
  /** Set while the partner would close. */
  proposes: Ending | null;
  /** Set where the conversation in view ends before something that was said already. */
  rewound?: Parting | null;
  /** Null once ended. */
  composer: Omit<ComponentProps<typeof Composer>, "partnerName" | "region"> | null;
  /** Set once ended. */
  notice: Pick<ComponentProps<typeof EndedNotice>, "end" | "late"> | null;
  onPaper: Omit<ComponentProps<typeof PrintHead>, "partner">;
};

/** The whole room, from plain values; the live page only changes what it passes in. Brings its own header, no page shell. */
export function RoomView(props: RoomViewProps) {
  const {
    turnsOnPage: turns,
    coachOn,
    asides = none,
    askCoach = null,
    preferences,
    panes,
    proposes,
    rewound = null,
    composer,
    notice,
    onPaper,
    ...header
  } = props;
  const partnerName = calledName(header.brief.partner.name);
  const aim = header.brief.learner.goal;
  const proposal = composer?.answering ? null : proposes;
  // The last reply that the budget carries can still be stopped.
  const spent = composer?.turnsLeft === 0 && !composer.answering;
  const refused = Boolean(composer?.error);
  // The draft that stands over the box stands there alone.
  const inPane = asides.filter(({ id }) => id !== composer?.drafts?.draft?.id);
  return (
    <div className={composer === null ? "read-room" : "room"}>
      {composer === null ? null : (
        <>
          <SkipLinks coach={coachOn && preferences.coach === "shown"} view={panes.view} />
          <Shortcuts single={preferences.shortcuts === "on"} />
        </>
      )}
      <RoomHeader
        {...header}
        settings={preferences}
        coachMode={header.brief.settings.coachMode}
        onPrefer={panes.onPrefer}
      />
      <PrintHead partner={header.brief.partner} {...onPaper} />
      {composer === null ? (
        <ReadRoom
          turns={turns}
          partnerName={partnerName}
          aim={aim}
          coachShown
          asides={asides}
          region={preferences.region ?? "other"}
        >
          {notice === null ? null : (
            <EndedNotice conversationId={header.conversationId} partnerName={partnerName} {...notice} />
          )}
        </ReadRoom>
      ) : (
        <OpenRoom
          {...panes}
          turns={turns}
          partnerName={partnerName}
          aim={aim}
          coachOn={coachOn}
          coachMode={header.brief.settings.coachMode}
          preferences={preferences}
          asides={inPane}
          askCoach={askCoach && { ...askCoach, partnerName }}
          goesOn={rewound !== null}
          dock={
            <>
              {rewound === null ? null : <RewoundNotice rewound={rewound} />}
              {proposal === null ? null : <EndingBanner partnerName={partnerName} proposes={proposal} />}
              <Alert id="composer-error">{composer.error}</Alert>
              {spent ? (
                <SpentBudget
                  conversationId={header.conversationId}
                  keptText={composer.keptText}
                  refused={refused}
                />
              ) : (
                <Composer partnerName={partnerName} region={preferences.region ?? "other"} {...composer} />
              )}
            </>
          }
        />
      )}
      <Announcer
        turns={turns}
        asides={asides}
        partnerName={partnerName}
        announce={preferences.announce}
        coachShown={preferences.coach === "shown"}
        standing={standingWords({
          partnerName,
          proposal,
          rewound,
          // After the reply that used it up.
          spent: spent && !refused && !turns.some(({ partner }) => partner.status === "running"),
          going: composer?.going ?? "idle",
        })}
      />
    </div>
  );
}

/** The same one each time, for those who watch it change. */
const none: Aside[] = [];

type ReadRoomProps = Pick<
  ComponentProps<typeof Transcript>,
  "turns" | "partnerName" | "aim" | "coachShown" | "region"
> & {
  asides: Aside[];
  children: ReactNode;
};

/**
 * An ended conversation is a page to read from its top: what there is to know about it, then every word. Also the coach's,
 * who may have been switched off on the way.
 */
function ReadRoom({ asides, children, ...transcript }: ReadRoomProps) {
  const place = usePlace();
  return (
    <main className="read-room-page">
      {children}
      <section role="log" aria-live="off" aria-label={paneWords.log(transcript.partnerName)}>
        <Transcript {...transcript} open={false} pointed={place.turn} />
      </section>
      {asides.length === 0 ? null : (
        <section aria-labelledby="asides" className="coach-notes">
          <h2 id="asides" className="font-script text-xl font-semibold">
            {asideWords.title}
          </h2>
          {asides.map((aside) => (
            <AsideItem
              key={aside.id}
              aside={aside}
              ordinal={transcript.turns.find(({ id }) => id === aside.turnId)?.ordinal ?? 0}
              region={transcript.region}
              isOpen={false}
            />
          ))}
        </section>
      )}
    </main>
  );
}
