/** What the stand-in does with one request. */
export type Scenario = Reply | StatusError | { does: "html" } | { does: "never-answer" };

export type Reply = {
  does: "reply";
  /** One delta for each part; a string is split into words with their white space. */
  text: string | string[];
  /** Milliseconds before each delta, the same for all or asked each time; 0 by default. */
  paceMs?: number | (() => number);
  /** `end_turn` by default; `max_tokens` by itself where the text is longer than the request allows. */
  stopReason?: string;
  /** A thinking block before the text. */
  thinking?: string;
  /** Laid over the usage that message_start and message_delta tell; undefined takes a field out. */
  startUsage?: Record<string, unknown>;
  finalUsage?: Record<string, unknown>;
  /** Writes at most so many bytes at a time, each in a turn of its own. */
  bytesAtATime?: number;
  /** "\n" by default. */
  lineEnd?: "\n" | "\r\n";
  /** Sprinkles in event and delta types that nobody knows yet. */
  unknownEvents?: boolean;
  /** The connection is not closed after message_stop. */
  staysOpen?: boolean;
  breakOff?: BreakOff;
};

/** Where the stream goes wrong: after so many deltas (0: after message_start and the block's start). */
export type BreakOff = { after: number } & (
  | { how: "end" }
  | { how: "reset" }
  | { how: "stall" }
  | { how: "pings"; everyMs: number }
  /** One kilobyte after the other, as fast as the connection takes them. */
  | { how: "flood" }
  | { how: "error-event"; type: string }
  | { how: "corrupt-frame" }
);

export type StatusError = {
  does: "status";
  status: number;
  /** The provider's word for it ("overloaded_error"). */
  type: string;
  message?: string;
  headers?: Record<string, string>;
};

/** A plain reply. */
export function says(text: string | string[], more: Partial<Omit<Reply, "does" | "text">> = {}): Reply {
  return { does: "reply", text, ...more };
}

/** An answer that is an HTTP error. */
export function answersStatus(
  status: number,
  type: string,
  headers: Record<string, string> = {},
): StatusError {
  return { does: "status", status, type, headers };
}

/** The deltas of a reply. */
export function deltasOf(text: string | string[]): string[] {
  return typeof text === "string" ? (text.match(/\s*\S+(?:\s+$)?/gu) ?? []) : text;
}
