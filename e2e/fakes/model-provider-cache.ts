import { createHash } from "node:crypto";
import type { MessagesBody } from "./model-provider-request.ts";

export type PromptUsage = {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
};

const bytesPerToken = 4;
/** A breakpoint finds an entry at its own block or at one of the 19 before it. */
const lookBackBlocks = 20;
const lifetimesMs = { "5m": 5 * 60_000, "1h": 60 * 60_000 };

/**
 * The provider's prompt cache: an entry exists only where a breakpoint was, per model, and only once the answer that
 * wrote it has begun. `price` tells what a prompt costs now; the `begin` it returns makes its entries readable.
 */
export function promptCache(now: () => number = Date.now) {
  const expires = new Map<string, number>();

  function price(body: MessagesBody): { usage: PromptUsage; begin: () => void } {
    const prefixes = prefixesOf(body);
    const breakpoints = prefixes.filter(
      ({ ttl, tokens }) => ttl !== null && tokens >= minimumTokens(body.model),
    );
    const hit = breakpoints
      .flatMap(({ index }) => prefixes.slice(Math.max(0, index + 1 - lookBackBlocks), index + 1))
      .filter(({ key }) => (expires.get(key) ?? 0) > now())
      .reduce((longest, { tokens }) => Math.max(longest, tokens), 0);
    const cached = Math.max(hit, breakpoints.at(-1)?.tokens ?? 0);
    const all = prefixes.at(-1)?.tokens ?? 0;
    return {
      usage: {
        input_tokens: all - cached,
        cache_creation_input_tokens: cached - hit,
        cache_read_input_tokens: hit,
      },
      begin() {
        for (const { key, ttl } of breakpoints) if (ttl !== null) expires.set(key, now() + lifetimesMs[ttl]);
      },
    };
  }

  return { price };
}

/** About how many tokens a text has. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** One for each block: all of the prompt up to and with it. One different character changes every later key. */
function prefixesOf({ model, system, messages }: MessagesBody) {
  const blocks = [
    ...system.map((block) => ({ role: "system", ...block })),
    ...messages.flatMap(({ role, content }) => content.map((block) => ({ role, ...block }))),
  ];
  let key = model;
  let tokens = 0;
  return blocks.map(({ role, text, cache_control }, index) => {
    key = createHash("sha256")
      .update(JSON.stringify([key, role, text]))
      .digest("hex");
    tokens += tokensOf(text);
    return { index, key, tokens, ttl: cache_control?.ttl ?? null };
  });
}

/** Below it a prompt is silently not cached. */
function minimumTokens(model: string): number {
  if (/5-5|opus-5|fable-5|mythos-5/.test(model)) return 512;
  if (/haiku-4-5|opus-4-[56]/.test(model)) return 4096;
  return 1024;
}
