import type { EventSourceMessage } from "eventsource-parser";
import type { Usage } from "./model.ts";

/** What one event of the stream tells, as far as it concerns us. */
export type News =
  | { type: "started"; usage: ReportedUsage }
  | { type: "text"; text: string }
  /** Content that is nobody's to read (thinking), but a sign of life. */
  | { type: "content" }
  | { type: "ending"; stopReason: string | null; usage: ReportedUsage }
  | { type: "finished" }
  /** The provider gave up in the middle. */
  | { type: "error"; body: object }
  | { type: "nothing" };

/** Each count as reported, or null where it is missing or absurd. */
export type ReportedUsage = { [Count in keyof Usage]: number | null };

/** Above it a count is a fault of the provider's, not a price. */
const mostTokens = 10_000_000;

/**
 * Reads one event as it came over the wire. What is unknown or has an unknown shape tells nothing; throws SyntaxError for
 * one that is known and broken, for then words are missing.
 */
export function readMessage({ event: name, data }: EventSourceMessage): News {
  if (name === undefined || name === "ping" || data === "") return { type: "nothing" };
  if (name === "error") return { type: "error", body: parsedError(data) };
  return readEvent(JSON.parse(data));
}

/** An error that cannot be read is an error all the same. */
function parsedError(data: string): object {
  try {
    const body: unknown = JSON.parse(data);
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}

function readEvent(event: unknown): News {
  switch (field(event, "type")) {
    case "message_start":
      return { type: "started", usage: readUsage(field(field(event, "message"), "usage")) };
    case "content_block_delta": {
      const text = field(field(event, "delta"), "text");
      const spoken =
        field(field(event, "delta"), "type") === "text_delta" && typeof text === "string" && text !== "";
      return spoken ? { type: "text", text } : { type: "content" };
    }
    case "message_delta": {
      const stopReason = field(field(event, "delta"), "stop_reason");
      return {
        type: "ending",
        stopReason: typeof stopReason === "string" ? stopReason : null,
        usage: readUsage(field(event, "usage")),
      };
    }
    case "message_stop":
      return { type: "finished" };
    default:
      return { type: "nothing" };
  }
}

function readUsage(usage: unknown): ReportedUsage {
  return {
    input: count(field(usage, "input_tokens")),
    output: count(field(usage, "output_tokens")),
    cacheRead: count(field(usage, "cache_read_input_tokens")),
    cacheWrite: count(field(usage, "cache_creation_input_tokens")),
  };
}

function count(value: unknown): number | null {
  return Number.isInteger(value) && typeof value === "number" && value >= 0 && value <= mostTokens
    ? value
    : null;
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
