import Anthropic from "@anthropic-ai/sdk";
import { readMessage } from "./anthropic-events.ts";
import { requestIdOf, type Trouble, troubleOf } from "./anthropic-failures.ts";
import { brokenOff, type Heard, hear, nothingHeard, outcomeOf, usageOf } from "./anthropic-heard.ts";
import { readWire, type Wire, wiredFetch } from "./anthropic-wire.ts";
import type { FailureReason, ModelEvent, Outcome, Usage } from "./model.ts";
import type { RetryAdvice } from "./retry.ts";
import { type Bite, startWatch, type Watchdogs } from "./watchdogs.ts";

/** How one try ended, and what a log may know of it. */
export type TryEnding = {
  outcome: Outcome;
  usage: Usage | null;
  retry: RetryAdvice;
  known: { status?: number; type?: string; requestId?: string };
};

type Call = {
  client: Anthropic;
  body: Anthropic.MessageCreateParamsStreaming;
  watchdogs: Watchdogs;
  signal: AbortSignal;
};

/** One call, streamed. Yields deltas and the prompt's price, returns its ending; throws nothing. */
export async function* oneTry({
  client,
  body,
  watchdogs,
  signal,
}: Call): AsyncGenerator<ModelEvent, TryEnding> {
  const watch = startWatch(watchdogs, signal);
  const heard = nothingHeard();
  let known: TryEnding["known"] = {};
  let trouble: Trouble | null = null;
  try {
    const wire: Wire = { watch, body: null };
    const response = await client.messages
      .create(body, { signal: watch.signal, fetchOptions: { wire } as object })
      .asResponse();
    known = { status: response.status, ...requestIdOf(response.headers.get("request-id")) };
    // A proxy's own page can come with 200, and its text must not become anybody's words.
    if (!isEventStream(response)) return { ...gone(heard, "unexpected", "never"), known };

    for await (const messages of readWire(wire)) {
      for (const message of messages) {
        if (watch.bite() !== null) break;
        const news = readMessage(message);
        if (news.type === "error") throw errorIn(news.body, response);
        hear(heard, news);
        if (news.type === "text" || news.type === "content") watch.content();
        if (news.type === "text") yield { type: "delta", text: news.text };
        if (news.type === "finished") watch.finish();
        if (news.type === "started") {
          const usage = usageOf(heard);
          if (usage) yield { type: "usage", usage };
        }
      }
    }
  } catch (error) {
    trouble = troubleOf(error, known.status !== undefined);
  } finally {
    watch.close();
  }
  if (heard.finished) return { outcome: outcomeOf(heard), usage: usageOf(heard), retry: "never", known };
  const bite = watch.bite();
  if (bite !== null) return { ...bitten(heard, bite), known };
  if (trouble)
    return { ...gone(heard, trouble.reason, trouble.retry), known: { ...known, ...wordsOf(trouble) } };
  return { ...gone(heard, "cut", "backoff"), known };
}

/** The SDK only speaks the protocol: retries are ours, and its log and traces would hold the transcript. */
export function quietClient(apiKey: string, baseURL: string): Anthropic {
  return new Anthropic({
    apiKey,
    baseURL,
    fetch: wiredFetch,
    maxRetries: 0,
    logLevel: "off",
    openTelemetry: false,
  });
}

/** An error in the middle of an answer, as the SDK would have thrown it. */
function errorIn(body: object, { headers }: Response): Error {
  return new Anthropic.APIError(undefined, body, undefined, headers);
}

function isEventStream(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
}

function bitten(heard: Heard, bite: Bite): Omit<TryEnding, "known"> {
  switch (bite) {
    case "stopped":
      return { outcome: { status: "stopped" }, usage: usageOf(heard), retry: "never" };
    case "headers":
      return gone(heard, "silent", "backoff");
    case "bytes":
    case "content":
      return gone(heard, "silent", "never");
    case "total":
      return gone(heard, "too-slow", "never");
  }
}

/** Only what was never begun may be tried again: a caller must not see text of two tries. */
function gone(heard: Heard, reason: FailureReason, retry: RetryAdvice): Omit<TryEnding, "known"> {
  return {
    outcome: brokenOff(heard, reason),
    usage: usageOf(heard),
    retry: heard.said === "" ? retry : "never",
  };
}

function wordsOf({ reason: _reason, retry: _retry, ...words }: Trouble): TryEnding["known"] {
  return words;
}
