import { turnsLeft } from "#app/features/budgets/queries.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { type ChannelEvent, turnStatusOf } from "#app/streaming/channel-events.ts";
import type { Cursor } from "#app/streaming/cursor.ts";
import { type LaneView, stepsSince } from "#app/streaming/frames.ts";
import { Bell } from "./bell.ts";
import type { LiveLanes } from "#app/features/practice/lanes/live-lanes.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { silentLane, type TurnLanes, turnLanes } from "./turn-lanes.server.ts";

/** Something for a viewer: an event and where it brings them. */
export type Sight = { event: ChannelEvent; cursor: Cursor };

/**
 * Shows one turn (or what stands beside the turns) to one viewer from `cursor` on: what is there at once, then whatever
 * comes, until it has ended; an empty glance is a sign of life. A viewer only reads. It may come late, come back, or sit on
 * another instance; the text is the log, so being slow means larger deltas and never a queue. Ends without the `turn` event
 * only when `signal` aborts or the turn is deleted.
 */
export async function* watchTurn(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  cursor: Cursor,
  signal: AbortSignal,
): AsyncGenerator<Sight[]> {
  const { live, timing } = practice;
  const bell = new Bell();
  const ring = () => bell.ring();
  const unwatch = live.watch(own.id, turnId, ring);
  signal.addEventListener("abort", ring, { once: true });
  let quiet = false;
  const heartbeat = setInterval(() => {
    quiet = true;
    bell.ring();
  }, timing.heartbeatMs);
  let known: TurnLanes | null = null;
  try {
    for (;;) {
      const lanes: TurnLanes | null =
        liveLanes(practice, own, turnId, known) ?? (await storedLanes(practice, own, turnId));
      if (!lanes || signal.aborted) return;
      const glance: Sight[] = [];
      for (const channel of lanes.aside ? (["coach"] as const) : channels) {
        for (const { event, position } of stepsSince(turnId, channel, lanes[channel], cursor[channel])) {
          cursor = { ...cursor, [channel]: position };
          glance.push({ event, cursor });
        }
      }
      const { partner, coach } = lanes;
      const ended = partner.status !== null && coach.status !== null;
      if (glance.length > 0 || (quiet && !ended)) {
        // Counted from the last sight on: a browser takes a connection for dead that is silent for much longer.
        quiet = false;
        heartbeat.refresh();
        yield glance;
      }
      if (partner.status !== null && coach.status !== null) {
        const data = {
          turn: turnId,
          status: turnStatusOf(lanes.aside ? coach.status : partner.status),
          turnsLeft: await turnsLeft(practice.db, own.ownerId),
        };
        yield [{ event: { channel: "turn", data }, cursor }];
        return;
      }
      known = lanes;
      // With every open lane written here, the bell tells of each change; otherwise look at what others store.
      const here = channels.every((lane) => lanes[lane].status !== null || live.find(own.id, turnId, lane));
      // The first word never waits.
      const spoken = cursor.partner.offset + cursor.coach.offset > 0;
      await bell.wait(here ? undefined : timing.pollMs, spoken ? live.beat : null);
    }
  } finally {
    unwatch();
    clearInterval(heartbeat);
  }
}

const channels = ["partner", "coach"] as const;

/**
 * Both lanes without asking the database: live text where this instance writes, and a lane that was seen to end is not
 * read again for each word of the other. Null where what is stored decides.
 */
function liveLanes(
  { live }: Practice,
  own: OwnConversation,
  turnId: string,
  known: TurnLanes | null,
): TurnLanes | null {
  if (!known) return begunHere(live, own, turnId);
  const partner = live.find(own.id, turnId, "partner")?.view ?? settledView(known.partner);
  const coach = live.find(own.id, turnId, "coach")?.view ?? settledView(known.coach);
  return partner && coach ? { partner, coach, orphaned: false, aside: known.aside } : null;
}

/**
 * A first look at a turn that was just taken here, whose first word may come at any moment. A run's payer is whose
 * conversation it was when it began; for anybody else what is stored decides.
 */
function begunHere(live: LiveLanes, own: OwnConversation, turnId: string): TurnLanes | null {
  const partner = live.find(own.id, turnId, "partner");
  if (partner?.run.payerId !== own.ownerId) return null;
  const coach = live.find(own.id, turnId, "coach")?.view ?? (partner.run.isAlone ? silentLane : undefined);
  return coach ? { partner: partner.view, coach, orphaned: false, aside: false } : null;
}

/** What is stored, with what this instance writes ahead of it; a lane's end is always the stored one. */
async function storedLanes(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
): Promise<TurnLanes | null> {
  const { live, db } = practice;
  // Found before the look: a lane that settles meanwhile is then seen to end at the next one. Of one that had ended the
  // stored view counts again, for it may have been retried meanwhile, also elsewhere.
  const partner = live.find(own.id, turnId, "partner")?.view;
  const coach = live.find(own.id, turnId, "coach")?.view;
  const stored = await turnLanes(db, own, turnId);
  if (!stored) return null;
  if (stored.orphaned && (await settleOrphans(practice, own.id)) > 0) return turnLanes(db, own, turnId);
  return { ...stored, partner: partner ?? stored.partner, coach: coach ?? stored.coach };
}

function settledView(view: LaneView | undefined): LaneView | undefined {
  return view && view.status !== null ? view : undefined;
}
