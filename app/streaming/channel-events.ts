// The small build of zod: this file is part of the room's JavaScript.
import * as z from "zod/mini";

/**
 * The closed vocabulary of the two channels: all that a viewer of a turn may ever be told, over Server-Sent Events and
 * the WebSocket alike. Shared with the browser. The protocol is told in `docs/decisions/0005-the-transcript-is-the-log.md`.
 */
export type ChannelEvent =
  | { channel: "partner" | "coach"; data: LaneDelta | LaneDone }
  /** Always the last. A stream that ends without it was cut: reconnect. */
  | { channel: "turn"; data: TurnDone };

export const settledLaneStatuses = [
  "complete",
  "truncated",
  "partial",
  "stopped",
  "refused",
  "failed",
  "silent",
] as const;
export type SettledLaneStatus = (typeof settledLaneStatuses)[number];

const turnStatuses = ["complete", "partial", "stopped", "refused", "failed", "silent"] as const;
export type TurnStatus = (typeof turnStatuses)[number];

const laneDelta = z.object({
  turn: z.string(),
  delta: z.string(),
  /** On the first frame of a second or later attempt: the lane's text begins again at offset 0. */
  attempt: z.optional(z.int()),
});

const laneDone = z.object({
  turn: z.string(),
  done: z.literal(true),
  status: z.enum(settledLaneStatuses),
  attempt: z.optional(z.int()),
  /** Replaces what was streamed: a withheld refusal, a salvaged note, a reply cut by a crash. */
  text: z.optional(z.string()),
});

const turnDone = z.object({
  turn: z.string(),
  status: z.enum(turnStatuses),
  /** About how many more turns the budget holds. */
  turnsLeft: z.int(),
});

export type LaneDelta = z.infer<typeof laneDelta>;
export type LaneDone = z.infer<typeof laneDone>;
export type TurnDone = z.infer<typeof turnDone>;

const laneData = z.union([laneDone, laneDelta]);

/** Reads one frame's name and data; null for anything that is not of the vocabulary (a newer server may say more). */
export function readChannelEvent(name: string | undefined, data: string): ChannelEvent | null {
  const json = parseJson(data);
  switch (name) {
    case "partner":
    case "coach": {
      const parsed = laneData.safeParse(json);
      return parsed.success ? { channel: name, data: parsed.data } : null;
    }
    case "turn": {
      const parsed = turnDone.safeParse(json);
      return parsed.success ? { channel: "turn", data: parsed.data } : null;
    }
    default:
      return null;
  }
}

/** A turn is what its partner lane is; an answer cut at its length limit still is one. */
export function turnStatusOf(partner: SettledLaneStatus): TurnStatus {
  return partner === "truncated" ? "complete" : partner;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
