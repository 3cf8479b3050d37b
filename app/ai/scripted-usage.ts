import type { ModelRequest, PromptMessage, Usage } from "./model.ts";

const bytesPerToken = 4;

/**
 * What the prompt would cost at the provider with its cache, in tokens of about four bytes: all that the former call
 * of this conversation wrote is read; what is new since, and on the first call the system prompt too, is written; only
 * the tail is plain input. It is told from the request alone, so a restart or another instance counts the same.
 */
export function scriptedPrompt(request: ModelRequest): Omit<Usage, "output"> {
  const written = writtenBefore(request);
  const whole = tokens(request.system) + tokensOf(request.messages);
  const cacheRead = written === null ? 0 : tokens(request.system) + tokensOf(written);
  return { input: tokens(request.tail), cacheRead, cacheWrite: whole - cacheRead };
}

/** Tokens of a text that was said. */
export function scriptedOutput(text: string): number {
  return tokens(text);
}

/** The messages of this lane's former call, or null when there was none. */
function writtenBefore({ lane, messages }: ModelRequest): PromptMessage[] | null {
  const answered = messages.filter((message) => message.role === "assistant").length;
  // The partner's first words are the author's opener: no call was made for them.
  const calls = lane === "partner" ? answered - 1 : answered;
  if (calls < 1) return null;
  return messages.slice(
    0,
    messages.findLastIndex((message) => message.role === "assistant"),
  );
}

function tokensOf(messages: PromptMessage[]): number {
  return messages.flatMap((message) => message.blocks).reduce((sum, block) => sum + tokens(block), 0);
}

function tokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}
