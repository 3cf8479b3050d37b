import { describe, expect, test } from "vitest";
import { promptCache } from "./model-provider-cache.ts";
import { type MessagesBody, readMessagesBody } from "./model-provider-request.ts";

type Message = { role: string; content: unknown };

const sam: Message = { role: "user", content: "I want a raise." };
const marta: Message = { role: "assistant", content: "No." };

function call(more: object = {}): string {
  return JSON.stringify({
    model: "claude-sonnet-5-5",
    max_tokens: 100,
    stream: true,
    messages: [sam],
    ...more,
  });
}

function block(text: string, ttl?: "5m" | "1h") {
  return { type: "text" as const, text, ...(ttl && { cache_control: { type: "ephemeral" as const, ttl } }) };
}

describe("what it turns down with 400", () => {
  test.each([
    ["a temperature", { temperature: 1 }, /sampling/],
    ["top_p", { top_p: 0.9 }, /sampling/],
    ["top_k", { top_k: 0 }, /sampling/],
    ["a prefill", { messages: [sam, marta] }, /prefill/],
    ["an assistant who begins", { messages: [marta, sam] }, /first message/],
    ["two messages of one role", { messages: [sam, sam] }, /alternate/],
    ["a blank block", { messages: [{ role: "user", content: [block(" ")] }] }, /non-whitespace/],
    ["five breakpoints", { system: Array(5).fill(block("x", "1h")) }, /maximum of 4/],
    ["an hour after five minutes", { system: [block("x", "5m"), block("y", "1h")] }, /must not come after/],
    ["thinking that Sonnet 5.5 does not take", { thinking: { type: "disabled" } }, /does not accept/],
    [
      "thinking that Haiku 5.5 does not take",
      { model: "claude-haiku-5-5", thinking: { type: "between_tools" } },
      /not accept/,
    ],
    ["no max_tokens", { max_tokens: undefined }, /max_tokens/],
    ["no stream", { stream: false }, /stream/],
  ])("%s", (_name, more, message) => {
    const read = readMessagesBody(call(more));
    expect(read).toMatchObject({ refusal: { status: 400, message: expect.stringMatching(message) } });
  });

  test("what is no JSON", () => {
    expect(readMessagesBody("{")).toMatchObject({ refusal: { status: 400 } });
  });

  test("and not an ordinary conversation", () => {
    const body = {
      system: [block("x", "1h")],
      messages: [sam, marta, sam],
      thinking: { type: "between_tools" },
    };
    expect(readMessagesBody(call(body))).toHaveProperty("body");
  });
});

describe("its prompt cache", () => {
  const long = "A frozen prompt. ".repeat(130);

  function prompt(
    system: string,
    blocks: ReturnType<typeof block>[],
    model = "claude-sonnet-5-5",
  ): MessagesBody {
    const read = readMessagesBody(
      call({ model, system: [block(system, "1h")], messages: [{ role: "user", content: blocks }] }),
    );
    if (!("body" in read)) throw new Error(read.refusal.message);
    return read.body;
  }

  function ask(cache: ReturnType<typeof promptCache>, body: MessagesBody) {
    const { usage, begin } = cache.price(body);
    begin();
    return usage;
  }

  test("writes up to the last breakpoint and reads it back; only the rest is input", () => {
    const cache = promptCache();
    const body = prompt(long, [block("Hello there.", "5m"), block("Tail")]);
    const written = Math.ceil(long.length / 4) + 3;
    expect(ask(cache, body)).toEqual({
      input_tokens: 1,
      cache_creation_input_tokens: written,
      cache_read_input_tokens: 0,
    });
    expect(ask(cache, body)).toEqual({
      input_tokens: 1,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: written,
    });
  });

  test("is readable only once the answer that writes it has begun", () => {
    const cache = promptCache();
    const body = prompt(long, [block("Hello there.", "5m")]);
    cache.price(body);
    expect(cache.price(body).usage.cache_read_input_tokens).toBe(0);
  });

  test("silently holds nothing below the minimum", () => {
    const cache = promptCache();
    const body = prompt("Short.", [block("Hello there.", "5m")]);
    ask(cache, body);
    expect(ask(cache, body)).toMatchObject({ cache_creation_input_tokens: 0, cache_read_input_tokens: 0 });
    const old = prompt(long, [block("Hello there.", "5m")], "claude-haiku-4-5");
    expect(ask(cache, old).cache_creation_input_tokens).toBe(0);
  });

  test("is each model's own", () => {
    const cache = promptCache();
    ask(cache, prompt(long, [block("Hello.", "5m")]));
    expect(ask(cache, prompt(long, [block("Hello.", "5m")], "claude-opus-5-5")).cache_read_input_tokens).toBe(
      0,
    );
  });

  test("looks back twenty blocks for the last entry, and no further", () => {
    const many = Array.from({ length: 40 }, (_, index) => block(`Block number ${index}.`));
    const withBreakpoint = (upTo: number) =>
      prompt(long, [...many.slice(0, upTo - 1), block(`Block number ${upTo - 1}.`, "5m")]);
    const systemTokens = Math.ceil(long.length / 4);

    const near = promptCache();
    ask(near, withBreakpoint(1));
    expect(ask(near, withBreakpoint(20)).cache_read_input_tokens).toBeGreaterThan(systemTokens);

    const far = promptCache();
    ask(far, withBreakpoint(1));
    expect(ask(far, withBreakpoint(21)).cache_read_input_tokens).toBe(systemTokens);
  });

  test("forgets the conversation after five minutes and the system prompt after an hour", () => {
    let now = 0;
    const cache = promptCache(() => now);
    const body = prompt(long, [block("Hello there.", "5m")]);
    const systemTokens = Math.ceil(long.length / 4);
    ask(cache, body);
    now = 5 * 60_000;
    expect(cache.price(body).usage.cache_read_input_tokens).toBe(systemTokens);
    now = 60 * 60_000;
    expect(cache.price(body).usage.cache_read_input_tokens).toBe(0);
  });
});
