import { useLocation } from "react-router";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** The turn and the note that the address names ("#turn-3", "#note-3"). Without JavaScript `:target` marks them. */
export function usePlace(): { turn: number | null; note: number | null } {
  const { hash } = useLocation();
  const hydrated = useHydrated();
  const [, kind, ordinal] = /^#(turn|note)-(\d+)$/.exec(hash) ?? [];
  const named = (what: string) => (hydrated && kind === what ? Number(ordinal) : null);
  return { turn: named("turn"), note: named("note") };
}
