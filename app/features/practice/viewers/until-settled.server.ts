import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { Bell } from "./bell.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { type TurnLanes, turnLanes } from "./turn-lanes.server.ts";

/**
 * Waits until both lanes of a turn have ended, here or on another instance, but at most `ms` and not beyond `signal`.
 * Returns what is stored then; null when there is no such turn of theirs.
 */
export async function untilSettled(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  ms: number,
  signal?: AbortSignal,
): Promise<TurnLanes | null> {
  const bell = new Bell();
  const unwatch = practice.live.watch(own.id, turnId, () => bell.ring());
  signal?.addEventListener("abort", () => bell.ring(), { once: true });
  const deadline = performance.now() + ms;
  try {
    for (;;) {
      const lanes = await turnLanes(practice.db, own, turnId);
      if (!lanes || (lanes.partner.status !== null && lanes.coach.status !== null)) return lanes;
      if (lanes.orphaned && (await settleOrphans(practice, own.id)) > 0) continue;
      const left = deadline - performance.now();
      if (left <= 0 || signal?.aborted) return lanes;
      await untilChanged(practice, own, turnId, bell, Math.min(left, practice.timing.pollMs));
    }
  } finally {
    unwatch();
  }
}

/** Each word of a live lane rings; only its end (or time) is worth another look at the database. */
async function untilChanged(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  bell: Bell,
  ms: number,
): Promise<void> {
  const open = () =>
    (["partner", "coach"] as const).filter((lane) => practice.live.find(own.id, turnId, lane)).length;
  const before = open();
  const deadline = performance.now() + ms;
  do await bell.wait(Math.max(1, deadline - performance.now()));
  while (before > 0 && open() === before && performance.now() < deadline);
}
