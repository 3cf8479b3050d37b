import { describe, expect, test } from "vitest";
import { circuitBreaker, usualBreaking } from "./circuit-breaker.ts";
import type { Outcome } from "./model.ts";

const overloaded: Outcome = { status: "failed", reason: "capacity" };
const complete: Outcome = { status: "complete" };

function breakerAndClock() {
  let now = 1_000_000;
  const breaker = circuitBreaker({ ...usualBreaking, now: () => now });
  const reply = (outcome: Outcome) => breaker.enter()?.ended(outcome);
  return {
    breaker,
    reply,
    after: (ms: number) => void (now += ms),
    fail(times: number, outcome = overloaded) {
      for (let failed = 0; failed < times; failed++) reply(outcome);
    },
  };
}

describe("UP29 a model that only fails", () => {
  test("is asked up to the twentieth failure of a minute, and then rests", () => {
    const { breaker, fail } = breakerAndClock();
    fail(19);
    expect(breaker.available()).toBe(true);
    fail(1);
    expect(breaker.available()).toBe(false);
    expect(breaker.enter()).toBeNull();
  });

  test("tells once that it rests from now on", () => {
    const { reply, fail } = breakerAndClock();
    fail(18);
    expect([reply(overloaded), reply(overloaded), reply(overloaded)]).toEqual([false, true, undefined]);
  });

  test("is forgiven what is older than a minute", () => {
    const { breaker, fail, after } = breakerAndClock();
    fail(10);
    after(60_000);
    fail(19);
    expect(breaker.available()).toBe(true);
    fail(1);
    expect(breaker.available()).toBe(false);
  });

  test("is forgiven everything once a reply goes well", () => {
    const { breaker, fail, reply } = breakerAndClock();
    fail(19);
    reply(complete);
    fail(19);
    expect(breaker.available()).toBe(true);
  });

  test.each<Outcome>([
    { status: "failed", reason: "capacity" },
    { status: "partial", reason: "capacity" },
    { status: "partial", reason: "cut" },
    { status: "failed", reason: "silent" },
    { status: "partial", reason: "too-slow" },
  ])("rests for $status: $reason", (outcome) => {
    const { breaker, fail } = breakerAndClock();
    fail(20, outcome);
    expect(breaker.available()).toBe(false);
  });

  test.each<Outcome>([
    { status: "failed", reason: "configuration" },
    { status: "failed", reason: "too-long" },
    { status: "failed", reason: "unexpected" },
    { status: "refused" },
    { status: "stopped" },
  ])("does not rest for %j", (outcome) => {
    const { breaker, fail } = breakerAndClock();
    fail(100, outcome);
    expect(breaker.available()).toBe(true);
  });
});

describe("UP29 after half a minute of rest", () => {
  function rested() {
    const all = breakerAndClock();
    all.fail(20);
    all.after(29_999);
    expect(all.breaker.available()).toBe(false);
    all.after(1);
    expect(all.breaker.available()).toBe(true);
    return all;
  }

  test("one reply at a time finds out whether it is well again", () => {
    const { breaker } = rested();
    const probe = breaker.enter();
    expect(breaker.available()).toBe(false);
    expect(breaker.enter()).toBeNull();
    probe?.ended(complete);
    expect([breaker.enter(), breaker.enter()]).not.toContain(null);
  });

  test("a probe that fails makes it rest as long again", () => {
    const { breaker, reply, after } = rested();
    expect(reply(overloaded)).toBe(true);
    after(29_999);
    expect(breaker.available()).toBe(false);
    after(1);
    expect(breaker.available()).toBe(true);
  });

  test("a probe that the learner stopped makes room for the next, and says nothing of the provider", () => {
    const { breaker, reply } = rested();
    reply({ status: "stopped" });
    expect(breaker.enter()).not.toBeNull();
    expect(breaker.available()).toBe(false);
  });

  test("a reply from before the rest neither lengthens it nor takes the probe's place, but may end it", () => {
    const { breaker, fail, after } = breakerAndClock();
    const [early, other] = [breaker.enter(), breaker.enter()];
    fail(20);
    after(30_000);
    breaker.enter();
    expect(early?.ended(overloaded)).toBe(false);
    expect(breaker.available()).toBe(false);
    other?.ended(complete);
    expect(breaker.available()).toBe(true);
  });

  test("an end that is told twice counts once", () => {
    const { breaker, reply } = breakerAndClock();
    const pass = breaker.enter();
    for (let told = 0; told < 20; told++) pass?.ended(overloaded);
    reply(overloaded);
    expect(breaker.available()).toBe(true);
  });
});
