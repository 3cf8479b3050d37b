import type Anthropic from "@anthropic-ai/sdk";
import { anthropicRequest } from "./anthropic-request.ts";
import { oneTry, quietClient, type TryEnding } from "./anthropic-try.ts";
import { type Breaking, circuitBreaker, type CircuitBreaker, usualBreaking } from "./circuit-breaker.ts";
import type { Model, ModelEvent, ModelRequest, Outcome, Usage } from "./model.ts";
import type { CallFields, ModelLog } from "./model-log.ts";
import { type Retries, usualRetries, waitBeforeRetry, waitOrStop } from "./retry.ts";
import { usualWatchdogs, type Watchdogs } from "./watchdogs.ts";

export type AnthropicSettings = {
  apiKey: string;
  /** Null: the provider's own address. */
  baseUrl: string | null;
  partnerModel: string;
  coachModel: string;
  log: ModelLog;
  /** Tests bite in milliseconds. */
  watchdogs?: Partial<Watchdogs>;
  retries?: Partial<Retries>;
  breaking?: Partial<Breaking>;
};

const providerUrl = "https://api.anthropic.com";

/** The provider's models over the streaming Messages API, or any server that speaks it. */
export function anthropicModel(settings: AnthropicSettings): Model {
  const names = { partner: settings.partnerModel, coach: settings.coachModel };
  const partner = circuitBreaker({ ...usualBreaking, ...settings.breaking });
  // One model is up or down for both lanes alike.
  const coach =
    names.coach === names.partner ? partner : circuitBreaker({ ...usualBreaking, ...settings.breaking });
  const breakers = { partner, coach };
  const client = quietClient(settings.apiKey, settings.baseUrl ?? providerUrl);
  return {
    names,
    available: (lane) => breakers[lane].available(),
    reply: (request, signal) =>
      replyUntilHeard(
        { ...settings, client, model: names[request.lane] },
        breakers[request.lane],
        request,
        signal,
      ),
  };
}

/** One client for all calls: making one costs as much as a call. */
type Caller = AnthropicSettings & { client: Anthropic; model: string };

/** One reply, tried until its first word is heard. All in one generator: each more costs every word a way through it. */
async function* replyUntilHeard(
  caller: Caller,
  breaker: CircuitBreaker,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const { log, model, client } = caller;
  const pass = signal.aborted ? null : breaker.enter();
  if (!pass) {
    yield { type: "end", outcome: signal.aborted ? stopped : resting, usage: null };
    return;
  }
  const watchdogs = { ...usualWatchdogs, ...caller.watchdogs };
  const retries = { ...usualRetries, ...caller.retries };
  const startedAt = performance.now();
  const elapsedMs = () => performance.now() - startedAt;
  const body = anthropicRequest(request, model);

  function end(outcome: Outcome, usage: Usage | null): ModelEvent {
    if (pass?.ended(outcome))
      log.error({ lane: request.lane, model, outcome: nameOf(outcome) }, "model rests");
    return { type: "end", outcome, usage };
  }

  try {
    for (let tries = 1; ; tries++) {
      const totalMs = Math.max(0, watchdogs.totalMs - elapsedMs());
      const ending = yield* oneTry({ client, body, watchdogs: { ...watchdogs, totalMs }, signal });
      tell(log, { lane: request.lane, model, try: tries, ms: Math.round(elapsedMs()) }, ending);

      const situation = { tries, elapsedMs: elapsedMs(), headersMs: watchdogs.headersMs };
      const waitMs = waitBeforeRetry(ending.retry, situation, retries);
      if (waitMs !== null) await waitOrStop(waitMs, signal);
      if (waitMs === null || signal.aborted) {
        yield end(waitMs === null ? ending.outcome : stopped, ending.usage);
        return;
      }
    }
  } finally {
    // A caller that walks away in the middle must not leave the one probe taken for ever.
    pass.ended(stopped);
  }
}

const stopped: Outcome = { status: "stopped" };
const resting: Outcome = { status: "failed", reason: "capacity" };

function tell(log: ModelLog, call: Omit<CallFields, "outcome">, { outcome, known, retry }: TryEnding): void {
  const fields = { ...call, outcome: nameOf(outcome), ...known };
  if (outcome.status !== "failed" && outcome.status !== "partial") log.info(fields, "model call ended");
  // A refused key or a spending limit stays until somebody does something about it.
  else if (outcome.reason === "configuration" || (known.status === 429 && retry === "never")) {
    log.error(fields, "model call needs the operator");
  } else log.warn(fields, "model call failed");
}

function nameOf(outcome: Outcome): string {
  return "reason" in outcome ? `${outcome.status}: ${outcome.reason}` : outcome.status;
}
