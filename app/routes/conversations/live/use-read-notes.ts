import { useCallback, useEffect, useState } from "react";
import type { PaneName } from "#app/features/conversations/panes/room-panes.tsx";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import type { Room } from "#app/routes/conversations/room.server.ts";
import { keep } from "./use-preferences.ts";

/** How many notes have come since the learner last looked at one, on a page too narrow to show them as they come. */
export function useReadNotes(room: Room, turns: TurnOnPage[], view: PaneName) {
  const [readTo, setReadTo] = useState(room.readTo);
  const [told, setTold] = useState(room.readTo);
  if (told !== room.readTo) {
    setTold(room.readTo);
    // Going back to an earlier turn: what comes after it is written anew.
    if (room.readTo < told) setReadTo(room.readTo);
  }
  const read = useCallback((ordinal: number) => setReadTo((before) => Math.max(before, ordinal)), []);

  const written = turns
    .filter(({ coach }) => coach.text !== "" && coach.status !== "running")
    .map(({ ordinal }) => ordinal);
  const latest = written.at(-1) ?? 0;
  useEffect(() => {
    if (view === "coach") read(latest);
  }, [view, latest, read]);

  useEffect(() => {
    if (readTo > room.readTo) keep(room.id, { read: readTo });
  }, [readTo, room.readTo, room.id]);

  return { unread: written.filter((ordinal) => ordinal > readTo).length, read };
}
