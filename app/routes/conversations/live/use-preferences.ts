import { useCallback, useState } from "react";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import type { Room } from "#app/routes/conversations/room.server.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";

type Wanted = Partial<Omit<RoomPreferences, "read">>;

/** How the room is wanted: what was kept, and what has been changed on this page since, at once and without a page load. */
export function usePreferences(room: Room) {
  const [changed, setChanged] = useState<Wanted>({});
  const prefer = useCallback(
    (wanted: Wanted) => {
      setChanged((before) => ({ ...before, ...wanted }));
      keep(room.id, wanted);
    },
    [room.id],
  );
  return { preferences: { ...room.preferences, ...changed }, prefer: useHydrated() ? prefer : undefined };
}

/** Posts `intent=prefer`, past the router: this page already shows what the answer would lead to. */
export function keep(conversationId: string, wanted: Wanted | { read: number }): void {
  const body = new URLSearchParams({ intent: "prefer" });
  for (const [name, value] of Object.entries(wanted)) body.set(name, String(value));
  const kept = fetch(`/conversation/${conversationId}`, {
    method: "POST",
    body,
    redirect: "manual",
    keepalive: true,
  });
  // What could not be kept holds on this page, and is as before on the next one.
  kept.catch(() => undefined);
}
