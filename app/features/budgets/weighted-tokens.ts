/** Raw token counts of one model call, as the provider reports them. */
export type TokenCounts = { input: number; output: number; cacheRead: number; cacheWrite: number };

/**
 * The unit of every budget: input and output at 1, cache writes at 1.25, cache reads at 0.1 (their prices relative to
 * fresh input), rounded up to a whole token.
 */
export function weighTokens(counts: TokenCounts): number {
  const hundredths = 100 * (counts.input + counts.output) + 125 * counts.cacheWrite + 10 * counts.cacheRead;
  return Math.ceil(hundredths / 100);
}

/** English runs at about 4 bytes a token; 3 errs on the side of holding back too much. */
const bytesPerTokenAtLeast = 3;

/** An estimate from above of what a text costs, in tokens. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerTokenAtLeast);
}

/**
 * What to hold back before a call, in weighted tokens. With a former call of the same lane: what that one cost (its prompt
 * is read from the cache now, its answer written to it), what is new, and the whole of the longest answer. Without one:
 * the prompt written to the cache, and the longest answer.
 */
export function estimateReservation(call: {
  former: { charged: number } | null;
  prompt: string;
  news: string;
  maxTokens: number;
}): number {
  const fresh = Math.ceil(estimateTokens(call.former ? call.news : call.prompt) * 1.25);
  return (call.former?.charged ?? 0) + fresh + call.maxTokens;
}
