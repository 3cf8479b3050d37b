import { setTimeout as sleep } from "node:timers/promises";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Practice } from "./practice.ts";
import { turnLanes } from "./turn-lanes.server.ts";

const lookEveryMs = 150;

/**
 * Waits for a turn that is being posted at this moment: a browser opens its stream before the post has arrived. False when
 * it has not come within `holdMs`; nothing is ever started by waiting.
 */
export async function turnArrives(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + practice.timing.holdMs;
  for (;;) {
    if (await turnLanes(practice.db, own, turnId)) return true;
    if (signal.aborted || practice.draining || performance.now() >= deadline) return false;
    await sleep(lookEveryMs);
  }
}
