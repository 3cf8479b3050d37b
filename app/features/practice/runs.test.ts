import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { messages } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { watchBudgets } from "#e2e/chaos/books.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import type { LaneResult } from "./lanes/lane-result.ts";
import { defaultTiming, type Practice, type Timing } from "./practice.ts";
import { saying, setStage, type Stage } from "./practice-testing.ts";
import { retryLane } from "./lanes/retry-lane.server.ts";
import { settleOrphans } from "./lanes/settle-orphans.server.ts";
import { settleRun } from "./lanes/settle-run.server.ts";
import { stopConversation } from "./turns/stop-turn.server.ts";
import { takeTurn } from "./turns/take-turn.server.ts";
import { turnLanes } from "./viewers/turn-lanes.server.ts";
import { untilSettled } from "./viewers/until-settled.server.ts";

const slowly = Array.from({ length: 400 }, (_, index) => `word${index} `);

let stage: Stage;
let ada: string;

beforeAll(async () => {
  stage = await setStage();
  ada = await stage.person(5_000_000);
});
afterAll(() => stage.close());
afterEach(async () => expect(await brokenInvariants(stage.db)).toEqual([]));

describe("a writer that dies", () => {
  test("leaves what it had stored; whoever looks settles it once its lease is over", async () => {
    const { practice, own, turnId } = await speaking(slowly);
    await wordsStored(turnId);
    freeze(practice);
    await leaseOver(turnId);

    const other = stage.instance(saying(["never called"]));
    const lanes = await untilSettled(other, own, turnId, 2_000);
    expect(lanes?.partner).toMatchObject({ status: "partial" });
    expect(lanes?.partner.text).toMatch(/^word0 /);
    const [partner] = await partnerRuns(turnId);
    expect(partner).toMatchObject({ status: "partial", reason: "cut", estimated: true, fence: 2 });
    expect(partner?.charged).toBeGreaterThan(0);
  });

  test("and wakes up later writes nothing any more", async () => {
    const { practice, own, turnId } = await speaking(slowly, 5);
    await wordsStored(turnId);
    const awake = practice.db;
    freeze(practice);
    await leaseOver(turnId);
    expect(await settleOrphans(stage.instance(saying([])), own.id)).toBeGreaterThan(0);
    practice.db = awake;
    const settled = await stored(turnId);
    await practice.live.drain(5_000);
    expect(await stored(turnId)).toEqual(settled);
    expect(
      (
        await stage.db
          .select()
          .from(usageLog)
          .where(sql`run_id in (select id from runs where subject_id = ${turnId} and lane = 'partner')`)
      ).length,
    ).toBe(1);
  });

  test("does not hold up the next message", async () => {
    const { practice, own, turnId } = await speaking(slowly);
    freeze(practice);
    await leaseOver(turnId);
    const other = stage.instance(saying(["Go on."]));
    const taken = await takeTurn(other, own, {
      turnId: randomUUID(),
      parentId: null,
      text: "Are you there?",
    });
    expect(taken).toMatchObject({ ok: true, ordinal: 2, again: false });
    await other.live.drain(5_000);
  });
});

describe("a run that was taken over and still runs", () => {
  test("is settled by its new holder alone: of the old one no word, no end and no cost is written", async () => {
    const { practice, turnId } = await speaking(slowly);
    await wordsStored(turnId);
    freeze(practice);
    const old = await partnerRun(turnId);
    await takeOver(turnId);
    const before = await books(turnId);
    expect(await settleRun(stage.db, old, cutWith("the old one's words"))).toBeNull();
    expect(await books(turnId)).toEqual(before);

    const settled = await settleRun(stage.db, await partnerRun(turnId), cutWith("the new one's words"));
    expect(settled).toEqual({ charged: 100, overage: 0 });
    expect(await stored(turnId)).toContainEqual(expect.objectContaining({ text: "the new one's words" }));
  });

  test("is not written to by its old holder, whose model falls silent", async () => {
    const { practice, own, turnId } = await speaking(slowly, 5);
    await wordsStored(turnId);
    const lane = practice.live.find(own.id, turnId, "partner");
    await takeOver(turnId);
    const before = await books(turnId);
    await practice.live.drain(60_000);
    expect(await books(turnId)).toEqual(before);
    expect(lane?.text.length).toBeLessThan(slowly.join("").length);
    await settleRun(stage.db, await partnerRun(turnId), cutWith("kept"));
  });

  test("is taken over once, however many look at once", async () => {
    const { practice, own, turnId } = await speaking(slowly);
    await wordsStored(turnId);
    freeze(practice);
    await leaseOver(turnId);
    const others = Array.from({ length: 6 }, () => stage.instance(saying([])));
    const settled = await Promise.all(others.map((other) => settleOrphans(other, own.id)));
    expect(settled.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await partnerRun(turnId)).toMatchObject({ status: "partial", fence: 2 });
  });
});

test.each([-10, 10])(
  "DB19 a clock that is %i minutes off moves no lease: only the database's counts",
  async (minutes) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
    const { practice, own, turnId } = await speaking(["Yes, ", "well."], 30);
    expect(await settleOrphans(stage.instance(saying([])), own.id)).toBe(0);
    await practice.live.drain(5_000);
    vi.useRealTimers();
    expect((await partnerRuns(turnId))[0]?.status).toBe("complete");
  },
);

describe("settling", () => {
  test("QT06 happens once, however many try at once", async () => {
    const { practice, turnId } = await speaking(slowly);
    freeze(practice);
    const run = await partnerRun(turnId);
    const settled = await Promise.all(
      Array.from({ length: 6 }, () => settleRun(stage.db, run, cutWith("x"))),
    );
    expect(settled.filter((one) => one !== null)).toEqual([{ charged: 100, overage: 0 }]);
  });

  test("never charges more than was reserved; the rest is the operator's", async () => {
    const { practice, turnId } = await speaking(slowly);
    freeze(practice);
    const run = await partnerRun(turnId);
    const counts = { input: run.reserved, output: 77, cacheRead: 0, cacheWrite: 0 };
    const result = { ...cutWith("x"), status: "complete", counts } as const;
    expect(await settleRun(stage.db, run, result)).toEqual({ charged: run.reserved, overage: 77 });
  });
});

describe("stop", () => {
  test("ST15 asked for on another instance is true when it is told, and that is soon", async () => {
    const usual = { renewMs: defaultTiming.renewMs, pollMs: defaultTiming.pollMs };
    const { own, turnId } = await speaking(slowly, 10, usual);
    await wordsStored(turnId);
    const other = stage.instance(saying([]), usual);
    const began = performance.now();
    expect(await stopConversation(other, own)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
    const lanes = await turnLanes(stage.db, own, turnId);
    expect(lanes?.partner.status).toBe("stopped");
    expect(lanes?.coach.status).not.toBeNull();
  });

  test("ST17 that crosses with the end of the reply, here and elsewhere, leaves one end", async () => {
    for (let round = 0; round < 12; round++) {
      const { practice, own, turnId } = await speaking(["Yes, ", "well."], 8);
      const other = stage.instance(saying([]));
      await sleep(round * 2);
      const told = await Promise.all([practice, other].map((one) => stopConversation(one, own)));
      expect(told).toEqual([true, true]);
      const settled = await books(turnId);
      expect(settled.runs).toMatchObject([{ status: expect.stringMatching(/^(complete|stopped)$/) }]);
      await practice.live.drain(5_000);
      expect(await books(turnId)).toEqual(settled);
    }
  });

  test("ST16 of what has ended changes neither end nor price", async () => {
    const { practice, own, turnId } = await speaking(["Yes."]);
    await practice.live.drain(5_000);
    const settled = await books(turnId);
    expect(await stopConversation(practice, own)).toBe(true);
    expect(await stopConversation(stage.instance(saying([])), own)).toBe(true);
    expect(await books(turnId)).toEqual(settled);
  });

  test("of a conversation that is not theirs changes nothing", async () => {
    const { practice, own, turnId } = await speaking(["One ", "two."], 30);
    await stopConversation(stage.instance(saying([])), { id: own.id, ownerId: await stage.person() });
    await practice.live.drain(5_000);
    expect((await partnerRuns(turnId))[0]?.status).toBe("complete");
  });
});

describe("a process that stops", () => {
  test("lets a short reply finish and cuts a long one, keeping its words", async () => {
    const short = await speaking(["Done."], 20);
    const long = await speaking(slowly, 10);
    await wordsStored(long.turnId);
    await Promise.all([short.practice.live.drain(5_000), long.practice.live.drain(50)]);
    expect((await partnerRuns(short.turnId))[0]?.status).toBe("complete");
    expect((await partnerRuns(long.turnId))[0]).toMatchObject({ status: "partial", reason: "cut" });
  });
});

describe("admission", () => {
  test("QT01 and QT02 of 200 turns at once on a budget for one: exactly one, at no moment more than there is", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const rich = await stage.person();
    const probe = await stage.conversation(practice, rich);
    await takeTurn(practice, probe, { turnId: randomUUID(), parentId: null, text: "Hello." });
    await practice.live.drain(5_000);
    const [needed] = await stage.db
      .select({ n: sql<number>`sum(reserved)::int` })
      .from(runs)
      .where(eq(runs.payerId, rich));

    // With what is kept back for the debrief.
    const poor = await stage.person(Math.ceil(((needed?.n ?? 0) + 10) / 0.9));
    const over = watchBudgets(stage.db, { everyMs: 5 });
    const rooms = await Promise.all(Array.from({ length: 200 }, () => stage.conversation(practice, poor)));
    // Still speaking when the last one asks: a reply that is over has given back what it did not use.
    const slow = stage.instance(saying(slowly, { paceMs: 100 }));
    const taken = await Promise.all(
      rooms.map((own) => takeTurn(slow, own, { turnId: randomUUID(), parentId: null, text: "Hello." })),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taken.filter((one) => !one.ok && one.reason === "no-budget")).toHaveLength(199);
    await slow.live.drain(0);
    expect(await over.end()).toBe(0);
    expect(over.looks).toBeGreaterThan(3);
  });

  test("ST11 of 50 messages at once in one conversation: exactly one", async () => {
    const model = saying(slowly, { paceMs: 50 });
    const practice = stage.instance(model);
    const own = await stage.conversation(practice, ada);
    const taken = await Promise.all(
      Array.from({ length: 50 }, () =>
        takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text: "Hello." }),
      ),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taken.filter((one) => !one.ok && one.reason === "busy")).toHaveLength(49);
    await stopConversation(practice, own);
    expect(model.calls).toHaveLength(1);
  });

  test("ID06 of one message on two instances at once: one turn, one call of each lane", async () => {
    const model = saying(["Yes."], { paceMs: 50 });
    const here = stage.instance(model);
    const there = stage.instance(model);
    const own = await stage.conversation(here, ada);
    const turnId = randomUUID();
    const spoken = { turnId, parentId: null, text: "Hello." };
    const taken = await Promise.all(
      [here, there, here, there].map((practice) => takeTurn(practice, own, spoken)),
    );
    expect(taken.every(({ ok }) => ok)).toBe(true);
    expect(taken.filter((one) => one.ok && !one.again)).toHaveLength(1);
    await Promise.all([here, there].map((practice) => practice.live.drain(5_000)));
    expect(model.calls).toHaveLength(1);
  });

  test("a refusal leaves nothing behind", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const own = await stage.conversation(practice, await stage.person(10));
    const turnId = randomUUID();
    expect(await takeTurn(practice, own, { turnId, parentId: null, text: "Hello." })).toEqual({
      ok: false,
      reason: "no-budget",
    });
    expect(await stored(turnId)).toEqual([]);
    expect(await partnerRuns(turnId)).toEqual([]);
  });
});

test("a lane that was answered is not answered again", async () => {
  const { practice, own, turnId } = await speaking(["Yes."]);
  await practice.live.drain(5_000);
  expect(await retryLane(practice, own, { turnId, lane: "partner" })).toEqual({
    ok: false,
    reason: "nothing-to-retry",
  });
});

async function speaking(
  words: string[],
  paceMs = 15,
  timing: Partial<Timing> = {},
): Promise<{ practice: Practice; own: OwnConversation; turnId: string }> {
  const practice = stage.instance(saying(words, { paceMs }), timing);
  const own = await stage.conversation(practice, ada);
  const turnId = randomUUID();
  const taken = await takeTurn(practice, own, { turnId, parentId: null, text: "Shall we talk about it?" });
  if (!taken.ok) throw new Error(taken.reason);
  return { practice, own, turnId };
}

/** As if the process had been killed: it holds its lanes and never writes again. */
function freeze(practice: Practice): void {
  practice.db = new Proxy(practice.db, {
    get() {
      throw new Error("this instance is dead");
    },
  });
}

async function wordsStored(turnId: string): Promise<void> {
  while (!(await stored(turnId)).some(({ role, text }) => role === "partner" && text.length > 20))
    await sleep(10);
}

/**
 * Puts the lease into the past, on the database's clock; no test waits for it. Twice: a write that was on its way when its
 * process froze may still arrive, and renew it.
 */
async function leaseOver(turnId: string): Promise<void> {
  for (const onItsWayMs of [0, 100]) {
    await sleep(onItsWayMs);
    await stage.db.execute(
      sql`update runs set lease_until = clock_timestamp() - interval '1 second' where subject_id = ${turnId}`,
    );
  }
}

async function stored(turnId: string) {
  return stage.db.select().from(messages).where(eq(messages.turnId, turnId)).orderBy(messages.role);
}

async function partnerRuns(turnId: string) {
  return stage.db
    .select()
    .from(runs)
    .where(sql`${runs.subjectId} = ${turnId} and ${runs.lane} = 'partner'`);
}

async function partnerRun(turnId: string) {
  const [run] = await partnerRuns(turnId);
  if (!run?.conversationId) throw new Error("no run");
  return { ...run, conversationId: run.conversationId, turnId };
}

/** Somebody else holds it now, and has not settled it yet. */
async function takeOver(turnId: string): Promise<void> {
  await stage.db.execute(
    sql`update runs set fence = fence + 1 where subject_id = ${turnId} and status = 'running'`,
  );
}

/** All that a writer may change: the run, its text, and what its payer has spent and holds back. */
async function books(turnId: string) {
  const [payer] = await stage.db.select().from(users).where(eq(users.id, ada));
  return { runs: await partnerRuns(turnId), messages: await stored(turnId), payer };
}

function cutWith(text: string): LaneResult {
  const counts = { input: 50, output: 50, cacheRead: 0, cacheWrite: 0 };
  const unknown = { rewritten: false, reason: null, firstDeltaMs: 1 };
  return { status: "partial", text, counts, estimated: true, ...unknown };
}
