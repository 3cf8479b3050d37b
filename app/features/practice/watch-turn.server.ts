import { turnsLeft } from "#app/features/budgets/queries.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { type ChannelEvent, turnStatusOf } from "#app/streaming/channel-events.ts";
import type { Cursor } from "#app/streaming/cursor.ts";
import { type LaneView, stepsSince } from "#app/streaming/frames.ts";
import { Bell } from "./bell.ts";
import type { Practice } from "./practice.ts";
import { settleOrphans } from "./settle-orphans.server.ts";
import { type TurnLanes, turnLanes } from "./turn-lanes.server.ts";

/** Something for a viewer: an event and where it brings them, or a sign of life. */
export type Sight = { event: ChannelEvent; cursor: Cursor } | "heartbeat";

/**
 * Shows one turn to one viewer from `cursor` on: what is there at once, then whatever comes, until the turn has ended. A
 * viewer only reads. It may come late, come back, or sit on another instance; the text is the log, so being slow means
 * larger deltas and never a queue. Ends without the `turn` event only when `signal` aborts or the turn is deleted.
 */
export async function* watchTurn(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  cursor: Cursor,
  signal: AbortSignal,
): AsyncGenerator<Sight> {
  const bell = new Bell();
  const unwatch = practice.live.watch(own.id, turnId, () => bell.ring());
  signal.addEventListener("abort", () => bell.ring(), { once: true });
  let lastSight = performance.now();
  let known: TurnLanes | null = null;
  try {
    for (;;) {
      const lanes = await look(practice, own, turnId, known);
      if (!lanes || signal.aborted) return;
      for (const channel of ["partner", "coach"] as const) {
        for (const { event, position } of stepsSince(turnId, channel, lanes[channel], cursor[channel])) {
          cursor = { ...cursor, [channel]: position };
          lastSight = performance.now();
          yield { event, cursor };
        }
      }
      const { partner, coach } = lanes;
      if (partner.status !== null && coach.status !== null) {
        // Before the last word, once more what is stored: a lane may have been retried meanwhile, also elsewhere.
        if (known) {
          known = null;
          continue;
        }
        const data = {
          turn: turnId,
          status: turnStatusOf(partner.status),
          turnsLeft: await turnsLeft(practice.db, own.ownerId),
        };
        yield { event: { channel: "turn", data }, cursor };
        return;
      }
      if (performance.now() - lastSight >= practice.timing.heartbeatMs) {
        lastSight = performance.now();
        yield "heartbeat";
      }
      known = lanes;
      // With every open lane written here, the bell tells of each change; otherwise look at what others store.
      const here = (["partner", "coach"] as const).every(
        (lane) => lanes[lane].status !== null || practice.live.find(own.id, turnId, lane),
      );
      await bell.wait(here ? practice.timing.heartbeatMs : practice.timing.pollMs);
    }
  } finally {
    unwatch();
  }
}

/**
 * Live text where this instance writes, stored text elsewhere; a lane's end is always the stored one. A lane that was
 * seen to end is not read again for each word of the other.
 */
async function look(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  known: TurnLanes | null,
): Promise<TurnLanes | null> {
  const { live, db } = practice;
  const partner = live.find(own.id, turnId, "partner")?.view ?? settledView(known?.partner);
  const coach = live.find(own.id, turnId, "coach")?.view ?? settledView(known?.coach);
  // The first look is always at the database: it alone knows whose turn this is.
  if (known && partner && coach) return { partner, coach, orphaned: false };

  const stored = await turnLanes(db, own, turnId);
  if (!stored) return null;
  if (stored.orphaned && (await settleOrphans(practice, own.id)) > 0) return turnLanes(db, own, turnId);
  return { ...stored, partner: partner ?? stored.partner, coach: coach ?? stored.coach };
}

function settledView(view: LaneView | undefined): LaneView | undefined {
  return view && view.status !== null ? view : undefined;
}
