import { getEventListeners } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { answersStatus, says } from "#e2e/fakes/model-provider-scenario.ts";
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

describe("stop", () => {
  test("in the middle: what was said is charged, and the provider's socket is closed", async () => {
    provider.next(says("No. Not this quarter.", { breakOff: { after: 2, how: "stall" } }));
    const stop = new AbortController();
    const words: string[] = [];
    let end: unknown;
    for await (const event of marta().reply(raiseRequest(), stop.signal)) {
      if (event.type === "delta" && words.push(event.text) === 2) setTimeout(() => stop.abort(), 10);
      if (event.type === "end") end = event;
    }
    expect(end).toMatchObject({
      outcome: { status: "stopped" },
      usage: { output: Math.ceil("No. Not".length / 3) },
    });
    await expect.poll(() => provider.requests[0]?.abandoned).toBe(true);
  });

  test("UP26 a provider that talks on and on is held back while nobody listens, and hung up on at a stop", async () => {
    provider.next(says("No. Not this quarter.", { breakOff: { after: 2, how: "flood" } }));
    const stop = new AbortController();
    const reply = marta().reply(raiseRequest(), stop.signal)[Symbol.asyncIterator]();
    for (let heard = 0; heard < 5; heard++) await reply.next();
    // Only what fits into the buffers on the way leaves the provider.
    let sent = -1;
    await expect
      .poll(() => sent === (sent = provider.requests[0]?.bytesSent ?? 0), { interval: 100, timeout: 5_000 })
      .toBe(true);
    stop.abort();
    expect(await reply.next()).toMatchObject({ value: { type: "end", outcome: { status: "stopped" } } });
    expect((await reply.next()).done).toBe(true);
    await expect.poll(() => provider.requests[0]?.abandoned).toBe(true);
  });

  test("before the first word, also while waiting for the next try", async () => {
    provider.default(() => answersStatus(529, "overloaded_error", { "retry-after": "7" }));
    const stop = new AbortController();
    const hearing = hearAll(marta(), raiseRequest(), stop.signal);
    await expect.poll(() => provider.requests.length).toBe(1);
    stop.abort();
    const { outcome } = await hearing;
    expect(outcome).toEqual({ status: "stopped" });
    expect(provider.requests).toHaveLength(1);
  });

  test("already given: nobody is called", async () => {
    const { outcome, usage } = await hearAll(marta(), raiseRequest(), AbortSignal.abort());
    expect({ outcome, usage }).toEqual({ outcome: { status: "stopped" }, usage: null });
    expect(provider.requests).toHaveLength(0);
  });

  test("never given: a reply that was heard leaves nothing on the caller's signal", async () => {
    const { signal } = new AbortController();
    await hearAll(marta(), raiseRequest(), signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("a caller that walks away hangs up too", async () => {
    provider.next(says("No. Not this quarter.", { breakOff: { after: 2, how: "stall" } }));
    for await (const event of marta().reply(raiseRequest(), new AbortController().signal)) {
      if (event.type === "delta") break;
    }
    await expect.poll(() => provider.requests[0]?.abandoned).toBe(true);
  });
});
