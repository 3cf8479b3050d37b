import type Anthropic from "@anthropic-ai/sdk";
import type { ModelRequest, PromptMessage } from "./model.ts";

/**
 * The body of one Messages API call. Two cache breakpoints: the system prompt for an hour (all learners of a scenario
 * share it), and the last block of the conversation. What changes each turn follows after them, so that the next call
 * finds its whole beginning in the cache.
 */
export function anthropicRequest(
  request: ModelRequest,
  model: string,
): Anthropic.MessageCreateParamsStreaming {
  const thinking = thinkingFor(model);
  return {
    model,
    max_tokens: request.maxTokens,
    stream: true,
    system: [{ type: "text", text: request.system, cache_control: { type: "ephemeral", ttl: "1h" } }],
    messages: withTail(withBreakpoint(messagesOf(request.messages)), request.tail),
    ...(thinking && { thinking }),
  };
}

type Message = { role: "user" | "assistant"; content: Anthropic.TextBlockParam[] };

/**
 * Thinking is on by default on these and delays the first word; each accepts a different way of doing without.
 * A family that is not listed is left to its own default, since an unaccepted value is answered with 400.
 */
const thinkingByFamily: [family: string, thinking: Anthropic.ThinkingConfigParam][] = [
  ["claude-sonnet-5-5", { type: "between_tools" }],
  ["claude-haiku-5-5", { type: "disabled" }],
];

function thinkingFor(model: string): Anthropic.ThinkingConfigParam | undefined {
  return thinkingByFamily.find(([family]) => model.startsWith(family))?.[1];
}

/** Blank blocks and two messages of one role in a row are answered with 400. */
function messagesOf(messages: PromptMessage[]): Message[] {
  const result: Message[] = [];
  for (const { role, blocks } of messages) {
    const content = blocks
      .filter((block) => block.trim() !== "")
      .map((text) => ({ type: "text" as const, text }));
    if (content.length === 0) continue;
    const last = result.at(-1);
    if (last?.role === role) last.content.push(...content);
    else result.push({ role, content });
  }
  return result;
}

function withBreakpoint(messages: Message[]): Message[] {
  const block = messages.at(-1)?.content.at(-1);
  if (block) block.cache_control = { type: "ephemeral" };
  return messages;
}

function withTail(messages: Message[], tail: string): Message[] {
  if (tail.trim() !== "") messages.at(-1)?.content.push({ type: "text", text: tail });
  return messages;
}
