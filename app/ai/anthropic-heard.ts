import type { News, ReportedUsage } from "./anthropic-events.ts";
import type { FailureReason, Outcome, Usage } from "./model.ts";

/** All that one try has heard so far. */
export type Heard = {
  said: string;
  /** Of message_start: what the prompt cost. Its output count is a placeholder. */
  prompt: ReportedUsage | null;
  /** Of message_delta: cumulative, and the only output count to be trusted. */
  final: ReportedUsage | null;
  stopReason: string | null;
  /** message_stop came: without it even a clean end of the stream is a cut. */
  finished: boolean;
};

/** More than any text has: a cut reply is never charged too little. */
const bytesPerToken = 3;

export function nothingHeard(): Heard {
  return { said: "", prompt: null, final: null, stopReason: null, finished: false };
}

export function hear(heard: Heard, news: Exclude<News, { type: "error" }>): void {
  switch (news.type) {
    case "started":
      heard.prompt = news.usage;
      return;
    case "text":
      heard.said += news.text;
      return;
    case "ending":
      heard.stopReason = news.stopReason ?? heard.stopReason;
      heard.final = news.usage;
      return;
    case "finished":
      heard.finished = true;
      return;
    case "content":
    case "nothing":
      return;
  }
}

/** What the provider reported, its output estimated where the stream broke off; null when it told no price of the prompt. */
export function usageOf({ prompt, final, said }: Heard): Usage | null {
  const input = final?.input ?? prompt?.input;
  if (input === undefined || input === null) return null;
  return {
    input,
    cacheRead: final?.cacheRead ?? prompt?.cacheRead ?? 0,
    cacheWrite: final?.cacheWrite ?? prompt?.cacheWrite ?? 0,
    // Words that are said to have cost nothing are a missing count.
    output: final?.output || Math.ceil(Buffer.byteLength(said) / bytesPerToken),
  };
}

/** The ending of a stream that came to its message_stop. */
export function outcomeOf(heard: Heard): Outcome {
  switch (heard.stopReason) {
    case "end_turn":
    case "stop_sequence":
      // An empty reply is no reply: a page would show a partner who says nothing as if that were meant.
      return heard.said === "" ? { status: "failed", reason: "unexpected" } : { status: "complete" };
    case "max_tokens":
      return heard.said === "" ? { status: "failed", reason: "unexpected" } : { status: "truncated" };
    case "refusal":
      return { status: "refused" };
    case "model_context_window_exceeded":
      return brokenOff(heard, "too-long");
    default:
      // pause_turn and tool_use belong to tools, and we send none.
      return brokenOff(heard, "unexpected");
  }
}

export function brokenOff({ said }: Heard, reason: FailureReason): Outcome {
  return { status: said === "" ? "failed" : "partial", reason };
}
