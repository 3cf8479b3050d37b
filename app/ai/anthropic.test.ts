import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { type AnthropicSettings, anthropicModel } from "./anthropic.server.ts";
import { hearAll, keptLog, raiseRequest } from "./model-testing.ts";

let provider: ModelProvider;
let log = keptLog();
beforeAll(async () => {
  provider = await startModelProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  log = keptLog();
  provider.requests.length = 0;
  provider.default(() => says("No. Not this quarter."));
});

const quick = { firstWaitMs: 1, deadlineMs: 30_000 };

function marta(more: Partial<AnthropicSettings> = {}) {
  return anthropicModel({
    apiKey: "CANARY-KEY",
    baseUrl: provider.url,
    partnerModel: "claude-sonnet-5-5",
    coachModel: "claude-haiku-5-5",
    log,
    retries: quick,
    ...more,
  });
}

describe("a reply that goes well", () => {
  test("UP01 is heard word by word, with the prompt's price before and the whole price after", async () => {
    const { deltas, events, outcome, usage } = await hearAll(marta(), raiseRequest());
    expect(deltas).toEqual(["No.", " Not", " this", " quarter."]);
    expect(outcome).toEqual({ status: "complete" });
    const prompt = provider.requests[0]?.usage;
    expect(usage).toEqual({
      input: prompt?.input_tokens,
      cacheRead: 0,
      cacheWrite: prompt?.cache_creation_input_tokens,
      output: 6,
    });
    expect(usage?.cacheWrite).toBeGreaterThan(512);
    expect(events[0]).toEqual({ type: "usage", usage: { ...usage, output: 0 } });
  });

  test("each lane speaks with its own model", async () => {
    await hearAll(marta(), raiseRequest());
    await hearAll(marta(), raiseRequest({ lane: "coach" }));
    expect(provider.requests.map((request) => request.body?.model)).toEqual([
      "claude-sonnet-5-5",
      "claude-haiku-5-5",
    ]);
  });

  test("UP18 thinking and events that nobody knows yet are passed over", async () => {
    provider.next(says("No.", { thinking: "She is stalling.", unknownEvents: true }));
    expect(await hearAll(marta(), raiseRequest())).toMatchObject({
      text: "No.",
      outcome: { status: "complete" },
    });
  });

  test.each(["\n", "\r\n"] as const)(
    "UP19 survives frames cut at every byte, also inside an emoji (line end %j)",
    async (lineEnd) => {
      const text = ["Nein 🙅🏽‍♀️, ", "größer ", "wird's ", "nicht 👩‍👧."];
      provider.next(says(text, { bytesAtATime: 1, lineEnd }));
      expect((await hearAll(marta(), raiseRequest())).deltas).toEqual(text);
    },
  );
});

describe("endings that the model chose", () => {
  test("UP21 max_tokens is truncated", async () => {
    const { text, outcome, usage } = await hearAll(marta(), raiseRequest({ maxTokens: 3 }));
    expect({ text, outcome }).toEqual({ text: "No. Not this", outcome: { status: "truncated" } });
    expect(usage?.output).toBe(3);
  });

  test.each([
    ["before any text", []],
    ["after some text", ["I could", " never"]],
  ])("UP20 a refusal %s is refused and charged as reported", async (_when, text) => {
    provider.next(says(text, { stopReason: "refusal", finalUsage: { output_tokens: 7 } }));
    const { outcome, usage } = await hearAll(marta(), raiseRequest());
    expect(outcome).toEqual({ status: "refused" });
    expect(usage?.output).toBe(7);
  });

  test.each([
    ["model_context_window_exceeded", ["Well"], { status: "partial", reason: "too-long" }],
    ["model_context_window_exceeded", [], { status: "failed", reason: "too-long" }],
    ["pause_turn", ["Well"], { status: "partial", reason: "unexpected" }],
    ["tool_use", [], { status: "failed", reason: "unexpected" }],
    ["end_turn", [], { status: "failed", reason: "unexpected" }],
  ])("UP22 %s after %j is %j, asked once", async (stopReason, text, outcome) => {
    provider.next(says(text, { stopReason }));
    expect((await hearAll(marta(), raiseRequest())).outcome).toEqual(outcome);
    expect(provider.requests).toHaveLength(1);
  });
});

test("UP18 an ending nobody knows yet keeps the words and is told as unexpected", async () => {
  provider.next(says("Well.", { stopReason: "out_of_tea" }));
  const { text, outcome } = await hearAll(marta(), raiseRequest());
  expect({ text, outcome }).toEqual({ text: "Well.", outcome: { status: "partial", reason: "unexpected" } });
});

describe("a stream that breaks off after its first words", () => {
  const text = "No. Not this quarter.";
  const said = "No. Not";

  test.each([
    ["UP10 a clean end without message_stop", { how: "end" }, "cut"],
    ["UP11 a reset", { how: "reset" }, "cut"],
    ["UP09 an overloaded error", { how: "error-event", type: "overloaded_error" }, "capacity"],
    ["UP08 an api error", { how: "error-event", type: "api_error" }, "capacity"],
    ["UP18 an error nobody knows", { how: "error-event", type: "moon_error" }, "unexpected"],
    ["UP17 a corrupt frame", { how: "corrupt-frame" }, "unexpected"],
  ] as const)("%s is partial, never tried again, its words estimated", async (_name, fault, reason) => {
    provider.next(says(text, { breakOff: { after: 2, ...fault }, paceMs: 5 }));
    const heard = await hearAll(marta(), raiseRequest());
    expect(heard).toMatchObject({ text: said, outcome: { status: "partial", reason } });
    expect(provider.requests).toHaveLength(1);
    const prompt = provider.requests[0]?.usage;
    expect(heard.usage).toMatchObject({
      input: prompt?.input_tokens,
      cacheRead: prompt?.cache_read_input_tokens,
      output: Math.ceil(said.length / 3),
    });
  });
});

test("UP25 a cut reply is charged by its words, not by the placeholder that message_start holds", async () => {
  const text = "No. Not this quarter, and you know why.";
  provider.next(
    says([text, " Also"], { startUsage: { output_tokens: 1 }, breakOff: { after: 1, how: "end" } }),
  );
  const { usage } = await hearAll(marta(), raiseRequest());
  expect(usage?.output).toBe(Math.ceil(text.length / 3));
});

describe("watchdogs", () => {
  const text = "No. Not this quarter.";

  test("UP15 headers that never come: tried again while the deadline allows, then silent, nothing charged", async () => {
    provider.default(() => ({ does: "never-answer" }));
    const impatient = marta({ watchdogs: { headersMs: 200 }, retries: { ...quick, deadlineMs: 590 } });
    const { outcome, usage } = await hearAll(impatient, raiseRequest());
    expect(outcome).toEqual({ status: "failed", reason: "silent" });
    expect(usage).toBeNull();
    expect(provider.requests).toHaveLength(2);
  });

  test("UP12 a stall after the first words bites by bytes and hangs up", async () => {
    provider.next(says(text, { breakOff: { after: 2, how: "stall" } }));
    const { text: said, outcome } = await hearAll(marta({ watchdogs: { bytesMs: 400 } }), raiseRequest());
    expect({ said, outcome }).toEqual({ said: "No. Not", outcome: { status: "partial", reason: "silent" } });
    await expect.poll(() => provider.requests[0]?.abandoned).toBe(true);
  });

  test("UP13 pings keep the bytes watchdog quiet, not the one for content", async () => {
    provider.next(says(text, { breakOff: { after: 2, how: "pings", everyMs: 10 } }));
    const watchdogs = { bytesMs: 5_000, contentMs: 400 };
    expect((await hearAll(marta({ watchdogs }), raiseRequest())).outcome).toEqual({
      status: "partial",
      reason: "silent",
    });
  });

  test("a connection that stays open after message_stop holds nobody up", async () => {
    provider.next(says("No.", { staysOpen: true }));
    expect((await hearAll(marta(), raiseRequest())).outcome).toEqual({ status: "complete" });
    await expect.poll(() => provider.requests[0]?.abandoned).toBe(true);
  });

  test("every byte feeds the watchdog: a slow reply that goes on is heard to its end", async () => {
    provider.next(says("word ".repeat(12), { paceMs: 60 }));
    expect((await hearAll(marta({ watchdogs: { bytesMs: 400 } }), raiseRequest())).outcome).toEqual({
      status: "complete",
    });
  });

  test("UP14 a slow drip that feeds both still ends at the total", async () => {
    provider.next(says("a ".repeat(1_000), { paceMs: 10 }));
    const watchdogs = { bytesMs: 5_000, contentMs: 5_000, totalMs: 500 };
    const { text: said, outcome } = await hearAll(marta({ watchdogs }), raiseRequest({ maxTokens: 5_000 }));
    expect(outcome).toEqual({ status: "partial", reason: "too-slow" });
    expect(said).not.toBe("");
  });
});
