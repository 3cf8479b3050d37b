import { type ReactNode, useRef } from "react";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import { CoachSwitch } from "./coach-switch.tsx";
import { PaneSeparator, ShareButtons } from "./pane-separator.tsx";
import { paneWords } from "./pane-words.ts";
import { ScrollPane } from "./scroll-pane.tsx";
import { useKeyboardInset } from "./use-keyboard-inset.ts";
import { ViewTabs } from "./view-tabs.tsx";

/** What a narrow page shows; a wide one shows both. */
export type PaneName = "conversation" | "coach";

type RoomPanesProps = {
  partnerName: string;
  /** Off: there is no coach in this conversation to hide or show. */
  coachOn: boolean;
  preferences: Pick<RoomPreferences, "coach" | "share">;
  /** With JavaScript: changes what is preferred at once, and keeps it. */
  onPrefer?: (wanted: Partial<Omit<RoomPreferences, "read">>) => void;
  view: PaneName;
  unread: number;
  /** The turn that was sent from this page last: its pane goes to it. */
  sent: string | null;
  /** Words come in. */
  arriving: boolean;
  conversation: ReactNode;
  notes: ReactNode;
  /** Stays where it is while notes come in. */
  underNotes: ReactNode;
  dock: ReactNode;
};

/**
 * The open room's panes, each with a scroll of its own: beside each other on a wide page, one at a time on a narrow one.
 * The page itself never scrolls, so the box to write in stays where it is. Reading order: conversation, coach, box.
 */
export function RoomPanes(props: RoomPanesProps) {
  const { partnerName, coachOn, preferences, onPrefer, view, unread, sent, arriving } = props;
  const panes = useRef<HTMLElement>(null);
  useKeyboardInset(panes);
  const coach = coachOn ? preferences.coach : "hidden";
  const setShare = (share: number) => onPrefer?.({ share });
  return (
    <main
      ref={panes}
      className="room-panes"
      data-coach={coach}
      data-view={coach === "shown" ? view : "conversation"}
      data-share={preferences.share}
    >
      {coach === "shown" ? <ViewTabs view={view} unread={unread} /> : null}
      {coachOn ? (
        <CoachSwitch coach={coach} onSwitch={onPrefer && ((wanted) => onPrefer({ coach: wanted }))} />
      ) : null}
      <section aria-labelledby="conversation-pane" className="pane talk-pane">
        <h2 id="conversation-pane" className="pane-heading small-caps" dir="auto">
          {partnerName}
        </h2>
        <ScrollPane
          id="conversation"
          role="log"
          label={paneWords.log(partnerName)}
          latest={paneWords.latest}
          anchors="turn-"
          sent={sent}
          arriving={arriving}
        >
          {props.conversation}
        </ScrollPane>
      </section>
      {coach === "shown" ? (
        <>
          <PaneSeparator share={preferences.share} onShare={setShare} />
          <aside aria-labelledby="coach-pane" className="pane coach-pane">
            <div className="pane-heading">
              <h2 id="coach-pane" className="small-caps text-pencil">
                {paneWords.coach}
              </h2>
              <ShareButtons share={preferences.share} onShare={setShare} />
            </div>
            <ScrollPane
              id="coach"
              role="group"
              label={paneWords.notes}
              latest={paneWords.latestNote}
              anchors="note-"
              // A message is the conversation's; whoever reads an older note meanwhile goes on reading it.
              sent={null}
              arriving={arriving}
            >
              {props.notes}
            </ScrollPane>
            {props.underNotes}
          </aside>
        </>
      ) : null}
      <div className="room-dock">{props.dock}</div>
    </main>
  );
}
