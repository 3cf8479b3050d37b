import { type ComponentProps, useEffect, useEffectEvent } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { PaneName } from "#app/features/conversations/panes/room-panes.tsx";
import type { RoomView } from "#app/features/conversations/room-view.tsx";
import type { Room } from "#app/routes/conversations/room.server.ts";
import { usePreferences } from "./use-preferences.ts";
import { useReadNotes } from "./use-read-notes.ts";
import type { LiveRoom } from "./use-room.ts";

/** What the room's panes show, and how: from the address, what was kept, and what lives on the page. */
export function usePanes(
  room: Room,
  live: LiveRoom,
): Pick<ComponentProps<typeof RoomView>, "preferences" | "panes"> {
  const [search] = useSearchParams();
  const view = search.get("view") === "coach" ? "coach" : "conversation";
  useConversationAfter(live.sent, view);
  const { preferences, prefer } = usePreferences(room);
  const { unread, read } = useReadNotes(room, live.turns, view);
  const arriving =
    live.asides.some(({ reply }) => reply.status === "running") ||
    live.turns.some(({ partner, coach }) => partner.status === "running" || coach.status === "running");
  return {
    preferences,
    panes: { view, unread, onRead: read, onPrefer: prefer, sent: live.sent, arriving },
  };
}

/** Who sends from the coach's view wants to see the answer, as a page load would have it. */
function useConversationAfter(sent: string | null, view: PaneName): void {
  const navigate = useNavigate();
  const leaveCoach = useEffectEvent(() => {
    if (view === "coach") void navigate({ search: "" }, { replace: true, preventScrollReset: true });
  });
  useEffect(() => {
    if (sent) leaveCoach();
  }, [sent]);
}
