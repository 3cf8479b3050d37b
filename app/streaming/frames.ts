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

/** A frame carries at most this much text (UTF-16 units), so that a viewer who is far behind never costs more than one. */
const frameCharacters = 32_768;

/** An event, and where a viewer stands who has been told it. */
export type Step = { event: ChannelEvent; position: LanePosition };

/**
 * What to tell a viewer who stands at `position` so that it comes to know `view`: deltas, then perhaps the end. Joined
 * deltas always equal the lane's text, or are replaced by the end's `text` (withheld, salvaged, or lost in a crash
 * before it was stored).
 */
export function stepsSince(
  turn: string,
  channel: "partner" | "coach",
  view: LaneView,
  position: LanePosition,
): Step[] {
  const steps: Step[] = [];
  const anew = view.attempt !== position.attempt;
  let { offset, done } = anew ? { offset: 0, done: false } : position;
  if (done) return steps;
  const named = () => (anew && view.attempt > 1 && steps.length === 0 ? { attempt: view.attempt } : {});

  // A viewer may have seen more than was kept (a crash), or words that were taken back; the end then carries the whole text.
  const replaced = offset > view.text.length || (view.rewritten && offset > 0);
  while (!replaced && offset < view.text.length) {
    const delta = view.text.slice(offset, wholeCharacters(view.text, offset + frameCharacters));
    const event: ChannelEvent = { channel, data: { turn, delta, ...named() } };
    offset += delta.length;
    steps.push({ event, position: { attempt: view.attempt, offset, done: false } });
  }
  if (view.status !== null) {
    const text = replaced ? { text: view.text } : {};
    const event: ChannelEvent = {
      channel,
      data: { turn, done: true, status: view.status, ...named(), ...text },
    };
    steps.push({ event, position: { attempt: view.attempt, offset: view.text.length, done: true } });
  }
  return steps;
}

/** Never ends between the two halves of a character. */
function wholeCharacters(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return end < text.length && unit >= 0xd800 && unit <= 0xdbff ? end + 1 : end;
}
