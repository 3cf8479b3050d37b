/** Longest silences, in milliseconds. The SDK's own timeout ends with the headers, so a silent body would hang for ever. */
export type Watchdogs = {
  /** From the call to the answer's headers. */
  headersMs: number;
  /** Between any two bytes, pings included. */
  bytesMs: number;
  /** Between two pieces of content: a provider can ping for ever and say nothing. */
  contentMs: number;
  /** From the first try to the last byte. */
  totalMs: number;
};

export const usualWatchdogs: Watchdogs = {
  headersMs: 15_000,
  bytesMs: 20_000,
  contentMs: 30_000,
  totalMs: 90_000,
};

/** Why a call was ended from our side. */
export type Bite = "headers" | "bytes" | "content" | "total" | "stopped";

/** What comes after the message's end is only the connection's; it gets so long to be kept for the next call. */
const graceMs = 250;

/** Nobody reads why; without a word of ours each abort would make an error with a stack of its own. */
const over = "over";

export type Watch = ReturnType<typeof startWatch>;

/**
 * Watches one try. `signal` aborts when a silence lasted too long or the caller's `stop` did, and `bite()` tells which
 * came first. Always `close()` it: that also hangs up.
 */
export function startWatch(limits: Watchdogs, stop: AbortSignal) {
  const controller = new AbortController();
  const timers = new Map<Bite | "grace", NodeJS.Timeout>();
  let bite: Bite | null = null;

  function abort(why: Bite): void {
    bite ??= why;
    controller.abort(why);
  }
  function arm(why: Bite, ms: number): void {
    timers.set(
      why,
      setTimeout(() => abort(why), ms),
    );
  }
  function disarm(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  }
  function onStop(): void {
    abort("stopped");
  }

  stop.addEventListener("abort", onStop, { once: true });
  if (stop.aborted) onStop();
  arm("headers", limits.headersMs);
  arm("total", limits.totalMs);

  return {
    signal: controller.signal,
    bite: () => bite,
    headers(): void {
      clearTimeout(timers.get("headers"));
      arm("bytes", limits.bytesMs);
      arm("content", limits.contentMs);
    },
    bytes: () => void timers.get("bytes")?.refresh(),
    content: () => void timers.get("content")?.refresh(),
    /** The message is whole: no silence after it is a failure. */
    finish(): void {
      disarm();
      timers.set(
        "grace",
        setTimeout(() => controller.abort(over), graceMs),
      );
    },
    close(): void {
      disarm();
      stop.removeEventListener("abort", onStop);
      controller.abort(over);
    },
  };
}
