import { useEffect, useRef, useState } from "react";
import type { RoomTurn } from "./room.server.ts";

/** Each reply once, whole, when it has ended: partner before coach. Nothing that was there when the page was opened. */
export function useAnnouncement(partnerName: string, turns: RoomTurn[]): string {
  const [announcement, announce] = useState("");
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    const ended = turns.flatMap(({ id, partner, coach }) => [
      ...(partner.status !== "running" && partner.text
        ? [{ key: `${id} p${partner.attempt}`, text: `${partnerName}: ${partner.text}` }]
        : []),
      ...(coach.status !== "running" && coach.text
        ? [{ key: `${id} c${coach.attempt}`, text: `Coach: ${coach.text}` }]
        : []),
    ]);
    const known = told.current;
    const fresh = known ? ended.filter(({ key }) => !known.has(key)) : [];
    told.current = new Set(ended.map(({ key }) => key));
    const next = fresh[0];
    if (next) announce(next.text);
  }, [turns, partnerName]);
  return announcement;
}
