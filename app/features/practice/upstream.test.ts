import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FailureReason } from "#app/ai/model.ts";
import { answersStatus, type Scenario, says } from "#e2e/fakes/model-provider-scenario.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { setUpstream, speak, type Upstream, type Watchdogs } from "./upstream-testing.ts";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await setUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.forget());
afterEach(async () => expect(await brokenInvariants(upstream.db)).toEqual([]));

test("UP02 overloaded twice and then an answer: one turn, one charge, and nobody saw it", async () => {
  const room = await upstream.coachedRoom();
  const calls = upstream.callsOf("partner");
  upstream.meets("partner", answersStatus(529, "overloaded_error"), 2);
  const { turnId, lanes } = await speak(room);
  expect(lanes.partner).toMatchObject({ status: "complete", attempt: 1 });
  expect(upstream.callsOf("partner") - calls).toBe(3);
  expect(await upstream.runsOf(turnId)).toHaveLength(2);
});

const words = "Not now. Ask me again when the numbers are in.";
const after3 = "Not now. Ask";
const brokenOff = (how: "end" | "reset" | "stall" | "corrupt-frame"): Scenario =>
  says(words, { paceMs: 5, breakOff: { after: 3, how } });
const error = (type: string): Scenario =>
  says(words, { paceMs: 5, breakOff: { after: 3, how: "error-event", type } });

type Row = [name: string, fault: Scenario, calls: number, reason: FailureReason, dogs?: Watchdogs];

const nothingSaid: Row[] = [
  ["UP03 overloaded every time", answersStatus(529, "overloaded_error"), 3, "capacity"],
  [
    "UP04 asked to wait a minute",
    answersStatus(429, "rate_limit_error", { "retry-after": "60" }),
    1,
    "capacity",
  ],
  ["UP05 a spending limit", answersStatus(429, "rate_limit_error"), 1, "capacity"],
  ["UP06 a wrong key", answersStatus(401, "authentication_error"), 1, "configuration"],
  ["UP06 an unpaid bill", answersStatus(402, "billing_error"), 1, "configuration"],
  ["UP06 a forbidden model", answersStatus(403, "permission_error"), 1, "configuration"],
  ["UP07 a request too large", answersStatus(413, "request_too_large"), 1, "too-long"],
  ["UP15 headers that never come", { does: "never-answer" }, 2, "silent", { headersMs: 300 }],
  ["UP22 a call for tools", says([], { stopReason: "tool_use" }), 1, "unexpected"],
  ["UP28 a page of some hotel", { does: "html" }, 1, "unexpected"],
];

describe("UP23 and QT07 a partner who says nothing", () => {
  test.each(nothingSaid)(
    "%s: told as failed, free, and asked again by Retry",
    async (name, fault, calls, reason, dogs) => {
      const { run, said } = await upstream.partnerMeets(fault, calls, dogs);
      expect(said).toEqual({ status: "failed", text: "" });
      expect(run).toMatchObject({ status: "failed", reason, charged: 0 });
      // Whom it calls: only somebody who can mend it.
      const needsOperator = reason === "configuration" || name.startsWith("UP05");
      expect(upstream.log.lines.some(({ level }) => level === "error")).toBe(needsOperator);
    },
  );
});

const someSaid: [...Row, said?: string][] = [
  ["UP08 an error of the provider's", error("api_error"), 1, "capacity"],
  ["UP09 overloaded in the middle", error("overloaded_error"), 1, "capacity"],
  ["UP10 an end without an ending", brokenOff("end"), 1, "cut"],
  ["UP11 a reset", brokenOff("reset"), 1, "cut"],
  ["UP12 silence", brokenOff("stall"), 1, "silent", { bytesMs: 400 }],
  [
    "UP13 pings and nothing else",
    says(words, { paceMs: 5, breakOff: { after: 3, how: "pings", everyMs: 20 } }),
    1,
    "silent",
    { contentMs: 400 },
  ],
  ["UP17 a corrupt frame", brokenOff("corrupt-frame"), 1, "unexpected"],
  ["UP18 an ending nobody knows yet", says(after3, { stopReason: "out_of_tea" }), 1, "unexpected"],
  ["UP22 a pause", says(after3, { stopReason: "pause_turn" }), 1, "unexpected"],
  ["UP22 a full window", says(after3, { stopReason: "model_context_window_exceeded" }), 1, "too-long"],
];

describe("UP23 and QT07 a partner who breaks off", () => {
  test.each(someSaid)(
    "%s: the words stay and are charged, never asked again by itself",
    async (_name, fault, calls, reason, dogs) => {
      const { run, said } = await upstream.partnerMeets(fault, calls, dogs);
      expect(said).toEqual({ status: "partial", text: after3 });
      expect(run).toMatchObject({ status: "partial", reason, estimated: true });
      expect(run.charged).toBeGreaterThanOrEqual(Math.ceil(after3.length / 3));
    },
  );

  test("UP14 a drip: what had come by the longest time stays", async () => {
    const drip = says("so ".repeat(1_000), { paceMs: 15 });
    const { run, said } = await upstream.partnerMeets(drip, 1, { totalMs: 900 });
    expect(said.text).toMatch(/^so so/);
    expect(run).toMatchObject({ status: "partial", reason: "too-slow", estimated: true });
  });
});

test("UP16 no provider at the address: both lanes fail apart and free, with not a word of why to the learner", async () => {
  const room = await upstream.coachedRoom();
  room.practice.model = upstream.model({ baseUrl: "http://127.0.0.1:1" });
  const { turnId, lanes } = await speak(room);
  expect(lanes).toMatchObject({
    partner: { status: "failed", text: "" },
    coach: { status: "failed", text: "" },
  });
  const settled = await upstream.runsOf(turnId);
  expect(settled.map(({ reason, charged }) => ({ reason, charged }))).toEqual([
    { reason: "capacity", charged: 0 },
    { reason: "capacity", charged: 0 },
  ]);
});
