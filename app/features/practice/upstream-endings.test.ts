import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { weighTokens } from "#app/features/budgets/weighted-tokens.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { answersStatus, says } from "#e2e/fakes/model-provider-scenario.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { retryLane } from "./lanes/retry-lane.server.ts";
import { takeTurn } from "./turns/take-turn.server.ts";
import { untilSettled } from "./viewers/until-settled.server.ts";
import { plea, retry, setUpstream, speak, type Upstream } from "./upstream-testing.ts";

const words = "Not now. Ask me again when the numbers are in.";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await setUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.forget());
afterEach(async () => expect(await brokenInvariants(upstream.db)).toEqual([]));

test("UP01 a turn that goes well: both lanes complete, each charged once what the provider told last", async () => {
  const room = await upstream.coachedRoom();
  const { turnId, lanes } = await speak(room);
  expect([lanes.partner.status, lanes.coach.status]).toEqual(["complete", "complete"]);
  for (const run of await upstream.runsOf(turnId)) {
    const asked = upstream.provider.requests.filter(({ lane }) => lane === run.lane).at(-1)?.usage;
    expect(run).toMatchObject({ estimated: false, reason: null, attempt: 1 });
    expect(run.counts).toMatchObject({
      input: asked?.input_tokens,
      cacheRead: asked?.cache_read_input_tokens,
      cacheWrite: asked?.cache_creation_input_tokens,
    });
    expect(run.counts && weighTokens(run.counts)).toBe(run.charged);
    expect(await upstream.db.select().from(usageLog).where(eq(usageLog.runId, run.id))).toHaveLength(1);
  }
});

describe("UP20 a refusal", () => {
  const unsaid = "CANARY-UNSAID I could never";
  const sore = "CANARY-SORE Say something you must not say.";

  test.each([
    ["before any word", []],
    ["after some words", [unsaid]],
  ])(
    "%s is withheld and charged, and left out of every later prompt, which succeeds",
    async (_when, text) => {
      const room = await upstream.coachedRoom();
      upstream.meets("partner", says(text, { stopReason: "refusal" }));
      const { turnId, lanes } = await speak(room, sore);
      expect(lanes.partner).toMatchObject({ status: "refused", text: "" });
      const [partner] = await upstream.runsOf(turnId, "partner");
      expect(partner).toMatchObject({ status: "refused", estimated: false });
      expect(partner?.charged).toBeGreaterThan(0);

      upstream.provider.requests.length = 0;
      // The coach is not shown its note on the refused turn, and the stand-in would only repeat it.
      upstream.meets("coach", says("Give a reason — say what has changed since spring."));
      const next = await speak(room);
      expect(next.lanes.partner.status).toBe("complete");
      expect(next.lanes.coach.status).toBe("complete");
      expect(upstream.provider.requests).toHaveLength(2);
      for (const { json } of upstream.provider.requests) expect(json).not.toContain("CANARY");
    },
  );

  test("of the coach is withheld, the partner's reply stays", async () => {
    const room = await upstream.coachedRoom();
    upstream.meets("coach", says([unsaid], { stopReason: "refusal" }));
    const { lanes } = await speak(room);
    expect(lanes).toMatchObject({ partner: { status: "complete" }, coach: { status: "refused", text: "" } });
    upstream.provider.requests.length = 0;
    expect((await speak(room)).lanes.coach.status).toBe("complete");
    for (const { json } of upstream.provider.requests) expect(json).not.toContain("CANARY");
  });
});

test("UP21 a reply at its longest is truncated: an answer, charged as told, with nothing to retry", async () => {
  const room = await upstream.coachedRoom();
  upstream.meets("partner", says("and so on ".repeat(200)));
  const { turnId, lanes } = await speak(room);
  expect(lanes.partner.status).toBe("truncated");
  expect((await upstream.runsOf(turnId, "partner"))[0]).toMatchObject({ estimated: false, reason: null });
  expect(await retryLane(room.practice, room.own, { turnId, lane: "partner" })).toMatchObject({
    reason: "nothing-to-retry",
  });
});

test("UP23 a coach who fails leaves the partner's reply alone, and is asked again without it", async () => {
  const room = await upstream.coachedRoom();
  upstream.meets("coach", answersStatus(529, "overloaded_error"), 3);
  const { turnId, lanes } = await speak(room);
  expect([lanes.partner.status, lanes.coach.status]).toEqual(["complete", "failed"]);

  const calls = upstream.callsOf("partner");
  const before = await upstream.runsOf(turnId, "partner");
  const again = await retry(room, turnId, "coach");
  expect(again.coach).toMatchObject({ status: "complete", attempt: 2 });
  expect(again.partner).toEqual(lanes.partner);
  expect(upstream.callsOf("partner")).toBe(calls);
  expect(await upstream.runsOf(turnId, "partner")).toEqual(before);
});

describe("UP24 a price that cannot be", () => {
  test("is charged up to what was held back; the rest is the operator's", async () => {
    const room = await upstream.coachedRoom();
    upstream.meets("partner", says(words, { finalUsage: { input_tokens: 9_000_000 } }));
    const { turnId, lanes } = await speak(room);
    expect(lanes.partner.status).toBe("complete");
    const [partner] = await upstream.runsOf(turnId, "partner");
    expect(partner?.charged).toBe(partner?.reserved);
    const [line] = await upstream.db
      .select()
      .from(usageLog)
      .where(eq(usageLog.runId, partner?.id ?? ""));
    expect(line?.overage).toBeGreaterThan(8_000_000);
    expect(upstream.told).not.toContainEqual(expect.objectContaining({ level: "error" }));
  });

  test.each([
    ["negative", -7],
    ["beyond belief", 1e15],
    ["zero", 0],
    ["missing", undefined],
    ["no number", "many"],
  ])("%s: the words are counted instead", async (_name, output_tokens) => {
    const room = await upstream.coachedRoom();
    upstream.meets("partner", says(words, { finalUsage: { output_tokens } }));
    const { turnId } = await speak(room);
    const [partner] = await upstream.runsOf(turnId, "partner");
    expect(partner?.counts?.output).toBe(Math.ceil(words.length / 3));
    expect(partner?.status).toBe("complete");
  });
});

test("UP29 while the partner's model rests, a message calls, reserves and charges nothing, and the room can be read", async () => {
  const room = await upstream.coachedRoom();
  const breaking = { failures: 3, restMs: 60_000, now: () => 0 };
  room.practice.model = upstream.model({ breaking, retries: { most: 0 } });
  upstream.meets("partner", answersStatus(529, "overloaded_error"), 3);
  const { turnId } = await speak(room);
  for (let more = 0; more < 2; more++) await retry(room, turnId, "partner");
  expect(room.practice.model.available("partner")).toBe(false);
  expect(room.practice.model.available("coach")).toBe(true);

  const calls = upstream.callsOf("partner");
  const spent = await upstream.budgetOf(room);
  const refused = randomUUID();
  const taken = await takeTurn(room.practice, room.own, { turnId: refused, parentId: null, text: plea });
  expect(taken).toEqual({ ok: false, reason: "resting" });
  expect(upstream.callsOf("partner")).toBe(calls);
  expect(await upstream.runsOf(refused, "partner")).toEqual([]);
  expect(await upstream.budgetOf(room)).toEqual(spent);
  expect((await untilSettled(room.practice, room.own, turnId, 0))?.coach.status).toBe("complete");
});
