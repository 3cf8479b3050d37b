import { type ComponentProps, type ReactNode, useState } from "react";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import { Transcript } from "#app/features/conversations/transcript.tsx";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import { AskCoach, type AskCoachProps } from "#app/features/conversations/asides/ask-coach.tsx";
import { CoachNotes } from "./coach-notes.tsx";
import { RoomPanes } from "./room-panes.tsx";
import { usePlace } from "./use-place.ts";

export type OpenRoomProps = Pick<
  ComponentProps<typeof RoomPanes>,
  "onPrefer" | "view" | "unread" | "sent" | "arriving"
> & {
  /** The note on this turn has been unfolded. */
  onRead: (ordinal: number) => void;
};

type Props = OpenRoomProps & {
  turns: TurnOnPage[];
  partnerName: string;
  aim: string;
  coachOn: boolean;
  coachMode: CoachMode;
  preferences: RoomPreferences;
  asides: Aside[];
  askCoach: AskCoachProps | null;
  goesOn: boolean;
  dock: ReactNode;
};

/** A conversation that goes on: what is said, and what the coach notes about it, each leading to the other. */
export function OpenRoom({ turns, aim, asides, askCoach, coachMode, goesOn, onRead, ...panes }: Props) {
  const place = usePlace();
  const [atNote, setAtNote] = useState<number | null>(null);
  return (
    <RoomPanes
      {...panes}
      conversation={
        <Transcript
          turns={turns}
          partnerName={panes.partnerName}
          aim={aim}
          coachShown={panes.coachOn && panes.preferences.coach === "shown"}
          open
          goesOn={goesOn}
          sent={panes.sent}
          region={panes.preferences.region ?? "other"}
          onRead={onRead}
          pointed={atNote ?? place.turn}
        />
      }
      notes={
        <CoachNotes
          turns={turns}
          asides={asides}
          coachMode={coachMode}
          region={panes.preferences.region ?? "other"}
          pointed={place.note}
          onPoint={setAtNote}
        />
      }
      underNotes={askCoach === null ? null : <AskCoach {...askCoach} />}
    />
  );
}
