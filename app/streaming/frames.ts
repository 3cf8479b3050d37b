import type { ChannelEvent, SettledLaneStatus } from "./channel-events.ts";
import { type Cursor, type LanePosition, writeCursor } from "./cursor.ts";

/** What a lane looks like at one moment, wherever it was read: in memory, or from the stored text. */
export type LaneView = {
  attempt: number;
  text: string;
  /** Null while it still grows. */
  status: SettledLaneStatus | null;
  /** The settled text does not begin with what was streamed (withheld, salvaged). */
  rewritten: boolean;
};

/** One Server-Sent Event; JSON holds every newline, so no text can forge a frame. */
export function writeFrame(event: ChannelEvent, cursor: Cursor): string {
  return `event: ${event.channel}\nid: ${writeCursor(cursor)}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** Keeps proxies from closing a quiet stream; no viewer sees it. */
export const heartbeatFrame = ": still here\n\n";

/**
 * What to tell a viewer who stands at `position` so that it comes to know `view`: at most one delta and one end. Joined
 * deltas always equal the lane's text, or are replaced by the end's `text` (withheld, salvaged, or lost in a crash
 * before it was stored).
 */
export function eventsSince(
  turn: string,
  channel: "partner" | "coach",
  view: LaneView,
  position: LanePosition,
): { events: ChannelEvent[]; position: LanePosition } {
  const events: ChannelEvent[] = [];
  const anew = view.attempt !== position.attempt;
  let { offset, done } = anew ? { offset: 0, done: false } : position;
  let attempt = anew && view.attempt > 1 ? { attempt: view.attempt } : {};

  // A viewer may have seen more than was kept (a crash), or words that were taken back; the end then carries the whole text.
  const replaced = offset > view.text.length || (view.rewritten && offset > 0);
  if (!replaced && offset < view.text.length && !done) {
    events.push({ channel, data: { turn, delta: view.text.slice(offset), ...attempt } });
    offset = view.text.length;
    attempt = {};
  }
  if (view.status !== null && !done) {
    const text = replaced ? { text: view.text } : {};
    events.push({ channel, data: { turn, done: true, status: view.status, ...attempt, ...text } });
    offset = view.text.length;
    done = true;
  }
  return { events, position: { attempt: view.attempt, offset, done } };
}
