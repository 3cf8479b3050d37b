import type { FailureReason, Outcome } from "./model.ts";

export type Breaking = {
  /** So many failed replies, with no good one between them, … */
  failures: number;
  /** … within so many milliseconds make the model rest … */
  withinMs: number;
  /** … for so many milliseconds; then it is asked one reply at a time until one goes well. */
  restMs: number;
  /** Milliseconds on a clock that only ever goes forward. */
  now: () => number;
};

export const usualBreaking: Breaking = {
  failures: 20,
  withinMs: 60_000,
  restMs: 30_000,
  now: () => performance.now(),
};

export type CircuitBreaker = ReturnType<typeof circuitBreaker>;

/** One reply that was let through. */
export type Pass = {
  /** Tells how it ended; only the first telling counts. True when that made the model rest. */
  ended(outcome: Outcome): boolean;
};

/**
 * Keeps learners from paying with their patience for a provider that is down: a model that only fails is not asked for a
 * while. It looks at whole replies, after their retries, of one model in this process.
 */
export function circuitBreaker(breaking: Breaking = usualBreaking) {
  const { failures, withinMs, restMs, now } = breaking;
  let failedAt: number[] = [];
  let restsUntil: number | null = null;
  let probing = false;

  /** Would a reply be let through now? Changes nothing. */
  function available(): boolean {
    return restsUntil === null || (!probing && now() >= restsUntil);
  }

  /** Lets one reply through, or none: null. Whoever gets a pass must tell its end. */
  function enter(): Pass | null {
    if (!available()) return null;
    const probe = restsUntil !== null;
    if (probe) probing = true;
    let told = false;
    return {
      ended(outcome) {
        if (told) return false;
        told = true;
        if (probe) probing = false;
        return learn(verdictOn(outcome), probe);
      },
    };
  }

  function learn(verdict: Verdict, probe: boolean): boolean {
    if (verdict === "answered") {
      failedAt = [];
      restsUntil = null;
    }
    if (verdict !== "failed") return false;
    // A reply that was under way before the rest began tells nothing new about the provider.
    if (restsUntil !== null) return probe && rest();
    const at = now();
    failedAt = [...failedAt.filter((earlier) => earlier > at - withinMs), at];
    return failedAt.length >= failures && rest();
  }

  function rest(): true {
    failedAt = [];
    restsUntil = now() + restMs;
    return true;
  }

  return { available, enter };
}

type Verdict = "answered" | "failed" | "neither";

/** What only the operator or the learner can mend would be no better after a rest. */
const lackOfCapacity: FailureReason[] = ["capacity", "cut", "silent", "too-slow"];

function verdictOn(outcome: Outcome): Verdict {
  switch (outcome.status) {
    case "complete":
    case "truncated":
    case "refused":
      return "answered";
    case "stopped":
      return "neither";
    case "partial":
    case "failed":
      return lackOfCapacity.includes(outcome.reason) ? "failed" : "neither";
  }
}
