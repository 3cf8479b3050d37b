import dns from "node:dns";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
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

function marta(more: Partial<AnthropicSettings> = {}) {
  const models = { partnerModel: "claude-sonnet-5-5", coachModel: "claude-haiku-5-5" };
  return anthropicModel({
    apiKey: "CANARY-KEY",
    baseUrl: provider.url,
    ...models,
    log,
    retries: { firstWaitMs: 1 },
    ...more,
  });
}

test.each([408, 409, 500, 503, 504, 529])(
  "UP02 %i twice and then an answer: three calls, one reply",
  async (status) => {
    provider.next(answersStatus(status, "api_error"));
    provider.next(answersStatus(status, "api_error"));
    const { text, outcome } = await hearAll(marta(), raiseRequest());
    expect({ text, outcome }).toEqual({ text: "No. Not this quarter.", outcome: { status: "complete" } });
    expect(provider.requests).toHaveLength(3);
  },
);

test("UP03 overloaded every time: given up after three, for lack of capacity, nothing charged", async () => {
  provider.default(() => answersStatus(529, "overloaded_error"));
  const { outcome, usage } = await hearAll(marta(), raiseRequest());
  expect({ outcome, usage }).toEqual({ outcome: { status: "failed", reason: "capacity" }, usage: null });
  expect(provider.requests).toHaveLength(3);
});

test.each([
  ["an error event", { how: "error-event", type: "overloaded_error" }],
  ["a reset", { how: "reset" }],
  ["an end", { how: "end" }],
] as const)("%s before the first word is tried again", async (_name, fault) => {
  provider.next(says("Never heard.", { breakOff: { after: 0, ...fault } }));
  const { text, usage } = await hearAll(marta(), raiseRequest());
  expect(text).toBe("No. Not this quarter.");
  expect(usage?.output).toBe(6);
  expect(provider.requests).toHaveLength(2);
});

test.each([
  ["UP05", "a spending limit that names no time", {}, 1, "failed"],
  ["UP04", "a long wait", { "retry-after": "60" }, 1, "failed"],
  ["UP04", "a date far away", { "retry-after": "Fri, 31 Dec 2100 23:59:59 GMT" }, 1, "failed"],
  ["UP04", "no wait", { "retry-after": "0" }, 2, "complete"],
  ["UP04", "a date gone by", { "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT" }, 2, "complete"],
  ["UP04", "a wait nobody can read", { "retry-after": "soonish" }, 2, "complete"],
])("%s 429 with %s", async (_row, _name, headers, calls, status) => {
  provider.next(answersStatus(429, "rate_limit_error", headers));
  const { outcome } = await hearAll(marta(), raiseRequest());
  expect(outcome.status).toBe(status);
  expect(provider.requests).toHaveLength(calls);
});

test("UP04 the time asked for is waited out", async () => {
  provider.next(answersStatus(429, "rate_limit_error", { "retry-after": "0.3" }));
  const startedAt = performance.now();
  await hearAll(marta(), raiseRequest());
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
});

test.each([
  ["UP06", 401, "authentication_error", "configuration"],
  ["UP06", 402, "billing_error", "configuration"],
  ["UP06", 403, "permission_error", "configuration"],
  ["UP06", 404, "not_found_error", "configuration"],
  ["UP06", 400, "invalid_request_error", "configuration"],
  ["UP07", 413, "request_too_large", "too-long"],
])("%s %i (%s) is asked once and is a matter of: %s", async (_row, status, type, reason) => {
  provider.next(answersStatus(status, type));
  expect((await hearAll(marta(), raiseRequest())).outcome).toEqual({ status: "failed", reason });
  expect(provider.requests).toHaveLength(1);
});

test("UP07 400 for a prompt that is too long is told apart", async () => {
  const message = "prompt is too long: 210000 tokens > 200000 maximum";
  provider.next({ does: "status", status: 400, type: "invalid_request_error", message });
  expect((await hearAll(marta(), raiseRequest())).outcome).toEqual({ status: "failed", reason: "too-long" });
});

test("UP28 a stranger's page with status 200 is no reply", async () => {
  provider.next({ does: "html" });
  const { text, outcome } = await hearAll(marta(), raiseRequest());
  expect({ text, outcome }).toEqual({ text: "", outcome: { status: "failed", reason: "unexpected" } });
});

describe("UP16 an address where no provider is", () => {
  test.each([
    ["nobody listens", () => "http://127.0.0.1:1"],
    ["no TLS is spoken", () => provider.url.replace("http:", "https:")],
  ])("%s: tried three times, then a lack of capacity", async (_name, baseUrl) => {
    const { outcome } = await hearAll(marta({ baseUrl: baseUrl() }), raiseRequest());
    expect(outcome).toEqual({ status: "failed", reason: "capacity" });
    expect(log.lines.map((line) => line.fields.try)).toEqual([1, 2, 3]);
  });

  test("a name nobody knows is the same, and the log has not one word of the error", async () => {
    const cause = Object.assign(new Error("getaddrinfo ENOTFOUND canary.invalid"), { code: "ENOTFOUND" });
    // What the resolver of a machine would say, without asking one.
    const asked = vi
      .spyOn(dns, "lookup")
      .mockImplementation(((...given: unknown[]) =>
        (given.at(-1) as (error: Error) => void)(cause)) as never);
    const { outcome } = await hearAll(marta({ baseUrl: "http://canary.invalid" }), raiseRequest());
    expect(asked).toHaveBeenCalledTimes(3);
    vi.restoreAllMocks();
    expect(outcome).toEqual({ status: "failed", reason: "capacity" });
    expect(JSON.stringify(log.lines)).not.toMatch(/canary|ENOTFOUND|fetch/);
  });
});

test("a key that cannot even be sent is the operator's matter", async () => {
  const { outcome } = await hearAll(marta({ apiKey: "line\nbreak" }), raiseRequest());
  expect(outcome).toEqual({ status: "failed", reason: "configuration" });
});

describe("the log", () => {
  const secrets = /CANARY|Marta|quarter|told to|raise/;

  test("has one line a call, with what an operator needs", async () => {
    provider.next(answersStatus(529, "overloaded_error"));
    await hearAll(marta(), raiseRequest());
    expect(log.lines.map(({ level, fields }) => ({ level, ...fields }))).toEqual([
      {
        level: "warn",
        lane: "partner",
        model: "claude-sonnet-5-5",
        try: 1,
        ms: expect.any(Number),
        outcome: "failed: capacity",
        status: 529,
        type: "overloaded_error",
        requestId: "req_000001",
      },
      {
        level: "info",
        lane: "partner",
        model: "claude-sonnet-5-5",
        try: 2,
        ms: expect.any(Number),
        outcome: "complete",
        status: 200,
        requestId: "req_000002",
      },
    ]);
  });

  test("UP05 UP06 calls for the operator where only they can help", async () => {
    provider.next(answersStatus(401, "authentication_error"));
    provider.next(answersStatus(429, "rate_limit_error"));
    await hearAll(marta(), raiseRequest());
    await hearAll(marta(), raiseRequest());
    expect(log.lines.map((line) => line.level)).toEqual(["error", "error"]);
  });

  test("UP17 holds nothing of prompt, reply, key or the provider's own text, whatever goes wrong", async () => {
    const faults = [
      says("No. Not this quarter."),
      says("No. Not this quarter.", { breakOff: { after: 2, how: "corrupt-frame" } }),
      says("No. Not this quarter.", { breakOff: { after: 2, how: "error-event", type: "CANARY_error" } }),
      says("No. Not this quarter.", { breakOff: { after: 2, how: "reset" } }),
      says("No.", { stopReason: "CANARY-reason" }),
      answersStatus(400, "CANARY_error", { "request-id": "CANARY with spaces" }),
      { does: "html" } as const,
    ];
    for (const fault of faults) {
      provider.next(fault);
      await hearAll(marta(), raiseRequest());
    }
    expect(log.lines).toHaveLength(faults.length);
    expect(JSON.stringify(log.lines)).not.toMatch(secrets);
  });
});
