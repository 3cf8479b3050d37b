import { setTimeout as sleep } from "node:timers/promises";

export type Retries = {
  /** Tries after the first. */
  most: number;
  /** Backoff doubles from here, in milliseconds. */
  firstWaitMs: number;
  /** No wait is longer; a provider that asks for more is not asked again. */
  longestWaitMs: number;
  /** A new try must be able to get its headers within so many milliseconds of the first one's start. */
  deadlineMs: number;
};

export const usualRetries: Retries = { most: 2, firstWaitMs: 500, longestWaitMs: 8_000, deadlineMs: 45_000 };

/** `afterMs`: the provider said how long to wait. */
export type RetryAdvice = "never" | "backoff" | { afterMs: number };

type Situation = { tries: number; elapsedMs: number; headersMs: number };

/** Milliseconds to wait before the next try, or null when there must be none. Full jitter: anything up to the step. */
export function waitBeforeRetry(
  advice: RetryAdvice,
  { tries, elapsedMs, headersMs }: Situation,
  retries: Retries,
  random: () => number = Math.random,
): number | null {
  if (advice === "never" || tries > retries.most) return null;
  const step = Math.min(retries.longestWaitMs, retries.firstWaitMs * 2 ** (tries - 1));
  const waitMs = advice === "backoff" ? random() * step : advice.afterMs;
  if (waitMs > retries.longestWaitMs || elapsedMs + waitMs + headersMs > retries.deadlineMs) return null;
  return waitMs;
}

/** Ends early when the signal aborts; the caller looks at the signal. */
export async function waitOrStop(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
