import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { Bell } from "./bell.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { storedTurn } from "./turn-lanes.server.ts";

/** A turn taken here rings at once; one taken on another instance is seen within a second. */
const lookEveryMs = 1_000;

/**
 * Waits for a turn that is being posted at this moment: a browser opens its stream before the post has arrived. False when
 * it has not come within `holdMs`, and at once where the conversation is not theirs; nothing is ever started by waiting.
 */
export async function turnArrives(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const bell = new Bell();
  const unwatch = practice.live.watch(own.id, turnId, () => bell.ring());
  const deadline = performance.now() + practice.timing.holdMs;
  try {
    for (;;) {
      if (practice.live.find(own.id, turnId, "partner")?.run.payerId === own.ownerId) return true;
      const stored = await storedTurn(practice.db, own, turnId);
      if (typeof stored !== "string") return true;
      if (stored === "not-theirs") return false;
      const left = deadline - performance.now();
      if (left <= 0 || signal.aborted || practice.draining) return false;
      await bell.wait(Math.min(left, lookEveryMs));
    }
  } finally {
    unwatch();
  }
}
