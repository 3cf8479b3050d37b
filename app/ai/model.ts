/**
 * The port to a language model. An adapter turns one request into one stream of events and never throws for anything
 * the world can do to it: refusals, cuts, silence and bad credentials are endings, told by the last event.
 */
export interface Model {
  /** Stamped on a conversation and on each run: "scripted", or the provider's model id. */
  readonly names: Record<Lane, string>;
  /**
   * False while this lane's model rests because it has only failed lately (`capacity`, or broken off): ask before anything
   * is reserved. It holds nothing free: a reply that is asked for all the same then ends at once with `failed: capacity`.
   */
  available(lane: Lane): boolean;
  /**
   * Streams one reply. The last event is always `end`, exactly once, also after an abort (`stopped`).
   * Retries happen inside, only before the first delta; a caller never sees text of two tries.
   */
  reply(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

export type Lane = "partner" | "coach";

export type ModelRequest = {
  lane: Lane;
  /** Frozen per scenario version and difficulty: the cached prefix. No names, dates or counters of a conversation. */
  system: string;
  /** The conversation, only ever appended to; the first is the user's. The last block gets the second cache breakpoint. */
  messages: PromptMessage[];
  /** What changes each turn (partner state, style reminder): goes after the cached part and is never sent again. */
  tail: string;
  /** Upper bound of the answer, in tokens; equals what was reserved for it. */
  maxTokens: number;
  /** What a scripted voice may say here, best first. Real models ignore it. */
  cue: Cue;
};

/** `blocks` of one role in a row are one message: the provider refuses two messages of the same role. */
export type PromptMessage = { role: "user" | "assistant"; blocks: string[] };

export type Cue = {
  /** Complete replies, best first; the voice takes the first it has not said yet. */
  lines: string[];
  /** Said after whichever line it is, and part of none. */
  after?: string;
};

/** Raw token counts as the provider reports them; `input` is only what was neither read from nor written to the cache. */
export type Usage = { input: number; output: number; cacheRead: number; cacheWrite: number };

export type ModelEvent =
  | { type: "delta"; text: string }
  /** As soon as the provider has told what the prompt cost; `output` is not to be trusted yet. */
  | { type: "usage"; usage: Usage }
  | { type: "end"; outcome: Outcome; usage: Usage | null };

export type Outcome =
  | { status: "complete" }
  /** The answer reached `maxTokens`. */
  | { status: "truncated" }
  /** Aborted by the caller's signal. */
  | { status: "stopped" }
  /** The model declined; what was streamed must be withheld. */
  | { status: "refused" }
  /** Cut after at least one delta; never retried by itself. */
  | { status: "partial"; reason: FailureReason }
  /** Nothing was said. */
  | { status: "failed"; reason: FailureReason };

/** `capacity`: try later. `configuration`: the operator must act. `cut`, `silent`, `too-slow`: the stream broke off. `unexpected`: the rest. */
export type FailureReason =
  | "capacity"
  | "configuration"
  | "too-long"
  | "cut"
  | "silent"
  | "too-slow"
  | "unexpected";
