import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ModelRequest } from "#app/ai/model.ts";
import { disablePerson } from "#app/features/accounts/disable-person.server.ts";
import { adjustBudget } from "#app/features/budgets/adjust-budget.server.ts";
import type { Model } from "#app/ai/model.ts";
import { ceilingNow, setDailyCeiling } from "#app/features/budgets/daily-ceiling.server.ts";
import { debriefSlice } from "#app/features/budgets/debrief-slice.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { redeemInvitation } from "#app/features/invitations/redeem-invitation.server.ts";
import { dailySpending, usageLog } from "#db/schema/budgets.ts";
import { conversationSessions, messages } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { stopConversation } from "./stop-turn.server.ts";
import { takeTurn } from "./take-turn.server.ts";

let stage: Stage;
const admin = randomUUID();

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

describe("the last turn", () => {
  test("QT04 is sent with just the answers that were reserved, down to their floors, and not beyond", async () => {
    const needed = await firstTurnCosts();
    for (const missing of [0, 1, 100, 150]) {
      const calls: ModelRequest[] = [];
      const practice = stage.instance(saying(["Yes."], { calls }));
      const own = await stage.conversation(practice, await personWith(needed - missing));
      expect(await say(practice, own)).toMatchObject({ ok: true });
      await practice.live.drain(5_000);
      const [partner] = await runsOf(own);
      expect([partner?.reserved, partner?.maxTokens]).toEqual([needed - missing, 300 - missing]);
      expect(calls.map(({ maxTokens }) => maxTokens)).toEqual([300 - missing]);
    }
    const practice = stage.instance(saying(["Yes."]));
    const own = await stage.conversation(practice, await personWith(needed - 151));
    expect(await say(practice, own)).toEqual({ ok: false, reason: "no-budget" });
    expect(await runsOf(own)).toEqual([]);
  });

  test("QT04 never eats what is kept back for the debrief", async () => {
    const needed = await firstTurnCosts();
    const practice = stage.instance(saying(["Yes."]));
    const whole = Math.ceil(needed / 0.9);
    const poor = await stage.person(whole - 200);
    const own = await stage.conversation(practice, poor);
    expect(await say(practice, own)).toEqual({ ok: false, reason: "no-budget" });
    expect(debriefSlice(whole)).toBeGreaterThan(190);
    expect([debriefSlice(5_000), debriefSlice(25_000), debriefSlice(50_000)]).toEqual([500, 2_500, 3_000]);
  });

  test("QT04 asked for again is shortened in the same way", async () => {
    const practice = stage.instance(
      saying(
        Array.from({ length: 50 }, () => "word "),
        { paceMs: 20 },
      ),
    );
    const person = await personWith(20_000);
    const own = await stage.conversation(practice, person);
    const turnId = randomUUID();
    await say(practice, own, turnId);
    await stopConversation(practice, own);
    await leaveFor(person, await firstTurnCosts(), 60);
    expect(await retryLane(practice, own, { turnId, lane: "partner" })).toMatchObject({ ok: true });
    const [, again] = await runsOf(own);
    expect(again).toMatchObject({ attempt: 2, maxTokens: 240 });
    await stopConversation(practice, own);
    await leaveFor(person, await firstTurnCosts(), 151);
    expect(await retryLane(practice, own, { turnId, lane: "partner" })).toEqual({
      ok: false,
      reason: "no-budget",
    });
  });
});

test("QT05 what a call costs beyond its reservation is the operator's: a warning, a row, and a cap that holds", async () => {
  const warned: unknown[] = [];
  const model = saying(["Yes."]);
  const practice = stage.instance({
    ...model,
    async *reply() {
      yield { type: "delta", text: "Yes." };
      const usage = { input: 90_000, output: 1, cacheRead: 0, cacheWrite: 0 };
      yield { type: "end", outcome: { status: "complete" }, usage };
    },
  });
  practice.log = (level, _, facts) => void (level === "warn" && warned.push(facts));
  const person = await personWith(4_000);
  const own = await stage.conversation(practice, person);
  await say(practice, own);
  await practice.live.drain(5_000);
  const [run] = await runsOf(own);
  const account = await accountOf(person);
  expect(run?.charged).toBe(run?.reserved);
  expect(account).toMatchObject({ usedTokens: run?.reserved, overageTokens: 90_001 - (run?.reserved ?? 0) });
  expect(warned).toMatchObject([{ overage: account?.overageTokens, charged: run?.reserved }]);
});

test("QT08 two hundred refused turns leave nothing in any table", async () => {
  const practice = stage.instance(saying(["Yes."]));
  const poor = await stage.person(20);
  const own = await stage.conversation(practice, poor);
  const before = await rowCounts();
  for (let round = 0; round < 4; round++) {
    const taken = await Promise.all(Array.from({ length: 50 }, () => say(practice, own)));
    expect(taken.every((one) => !one.ok && one.reason === "no-budget")).toBe(true);
  }
  expect(await rowCounts()).toEqual(before);
});

describe("QT22 somebody who is shut out", () => {
  const endless = Array.from({ length: 400 }, () => "word ");

  test("begins no turn and has none answered again", async () => {
    const practice = stage.instance(saying(endless, { paceMs: 10 }));
    const person = await stage.person();
    const [own, other] = [
      await stage.conversation(practice, person),
      await stage.conversation(practice, person),
    ];
    const turnId = randomUUID();
    await say(practice, own, turnId);
    await stopConversation(practice, own);
    await disablePerson(stage.db, { actorId: admin, personId: person });
    expect(await say(practice, other)).toEqual({ ok: false, reason: "access-over" });
    expect(await retryLane(practice, own, { turnId, lane: "partner" })).toMatchObject({ ok: false });
    expect(await runningOf(person)).toBe(0);
  });

  test("in the moment of a turn has it refused or stopped, and none runs to its end", async () => {
    const practice = stage.instance(saying(endless, { paceMs: 10 }));
    for (let round = 0; round < 6; round++) {
      const person = await stage.person(500_000);
      const rooms = await Promise.all([1, 2, 3, 4, 5, 6].map(() => stage.conversation(practice, person)));
      const saying = rooms.map(async (own, at) => {
        await sleep(at * 4);
        return say(practice, own);
      });
      await sleep(round * 2);
      await disablePerson(stage.db, { actorId: admin, personId: person });
      await stopPerson(practice, person);
      await Promise.all(saying);
      expect(await runningOf(person)).toBe(0);
    }
  });

  function runningOf(person: string): Promise<number> {
    return stage.db.$count(runs, and(eq(runs.payerId, person), eq(runs.status, "running")));
  }
});

describe("QT09 an admin who changes a budget", () => {
  test("below what is used stops new turns; what runs goes on, and given more it goes on again", async () => {
    const practice = stage.instance(
      saying(
        Array.from({ length: 20 }, () => "word "),
        { paceMs: 15 },
      ),
    );
    const person = await personWith(20_000);
    const own = await stage.conversation(practice, person);
    await say(practice, own);
    const taken = await adjustBudget(stage.db, adjust(person, -1_000_000));
    expect(taken).toMatchObject({ ok: true, quotaTokens: 0 });
    await practice.live.drain(5_000);
    const [run] = await runsOf(own);
    expect(run).toMatchObject({ status: "complete" });
    expect(run?.charged).toBeGreaterThan(0);
    expect(await say(practice, own)).toEqual({ ok: false, reason: "no-budget" });
    expect(await budgetLeft(stage.db, person)).toEqual({ turns: 0, low: true });

    expect(await adjustBudget(stage.db, adjust(person, 30_000))).toMatchObject({ ok: true, amount: 30_000 });
    expect(await say(practice, own)).toMatchObject({ ok: true });
    await practice.live.drain(5_000);
  });

  test("says why, or nothing is changed", async () => {
    const person = await stage.person();
    for (const [change, reason] of [
      [{ reason: "  " }, "no-reason"],
      [{ amount: 0 }, "not-an-amount"],
      [{ amount: Number.NaN }, "not-an-amount"],
      [{ amount: 1.5 }, "not-an-amount"],
      [{ amount: 2_000_000_000 }, "too-much"],
      [{ personId: randomUUID() }, "not-found"],
    ] as const)
      expect(await adjustBudget(stage.db, { ...adjust(person, 5), ...change })).toEqual({
        ok: false,
        reason,
      });
    expect(await accountOf(person)).toMatchObject({ quotaTokens: 50_000 });
  });
});

test("QT13 guests of one link have budgets of their own, and the day's ceiling is everybody's", async () => {
  const practice = stage.instance(saying(["Yes."]));
  const quota = { tokens: 50_000, preset: null };
  const link = await makeInvitation(stage.db, { label: "x", source: "person", seats: 3, quota, days: 1 });
  const guests = await Promise.all([1, 2, 3].map(() => redeemInvitation(stage.db, link)));
  const [one, two] = guests.map((guest) => guest?.personId ?? "");
  await say(practice, await stage.conversation(practice, one ?? ""));
  await practice.live.drain(5_000);
  expect(await accountOf(one ?? "")).toMatchObject({ usedTokens: 101, quotaTokens: 50_000 });
  expect(await accountOf(two ?? "")).toMatchObject({ usedTokens: 0, quotaTokens: 50_000 });
  await setDailyCeiling(stage.db, { actorId: admin, on: true, tokens: 10 });
  for (const guest of [one, two])
    expect(await say(practice, await stage.conversation(practice, guest ?? ""))).toMatchObject({
      reason: "site-limit",
    });
  await setDailyCeiling(stage.db, { actorId: admin, on: false, tokens: 10 });
  await stage.db.execute(sql`delete from daily_spending`);
});

test("QT15 whoever stops just before the end pays for every word they got", async () => {
  const words = Array.from({ length: 12 }, (_, at) => `word number ${at} `);
  for (let round = 0; round < 20; round++) {
    const practice = stage.instance(saying(words, { paceMs: 4 }));
    const own = await stage.conversation(practice, await stage.person());
    await say(practice, own);
    await sleep(20 + round * 2);
    await stopConversation(practice, own);
    const [run] = await runsOf(own);
    const [said] = await stage.db
      .select({ bytes: sql<number>`octet_length(text)` })
      .from(messages)
      .where(sql`conversation_id = ${own.id} and role = 'partner' and text <> '' order by created_at desc`);
    expect(run?.charged).toBeGreaterThanOrEqual((said?.bytes ?? 0) / 4);
  }
});

test("QT18 a conversation that changes hands during a turn: the turn is settled once, on whoever paid for it", async () => {
  const practice = stage.instance(saying(["Yes, ", "well."], { paceMs: 40 }));
  const [guest, account] = [await stage.person(), await stage.person()];
  const own = await stage.conversation(practice, guest);
  await say(practice, own);
  await stage.db
    .update(conversationSessions)
    .set({ ownerId: account })
    .where(eq(conversationSessions.id, own.id));
  await practice.live.drain(5_000);
  expect(await accountOf(guest)).toMatchObject({ usedTokens: 102, reservedTokens: 0 });
  expect(await accountOf(account)).toMatchObject({ usedTokens: 0, reservedTokens: 0 });
});

test("QT10 a random history of turns, stops, retries and adjustments is recomputed from the log to the token", async () => {
  const people = await Promise.all([20_000, 60_000, 9_000].map((tokens) => stage.person(tokens)));
  const practice = stage.instance(saying(["Well, ", "no, ", "not ", "now."], { paceMs: 3 }));
  await Promise.all(
    people.map(async (person) => {
      for (let step = 0; step < 12; step++) {
        const own = await stage.conversation(practice, person);
        const turnId = randomUUID();
        await say(practice, own, turnId);
        if (Math.random() < 0.5) await stopConversation(practice, own);
        if (Math.random() < 0.5) await retryLane(practice, own, { turnId, lane: "partner" });
        if (Math.random() < 0.3)
          await adjustBudget(stage.db, adjust(person, Math.round(8_000 * (Math.random() - 0.5)) || 1));
      }
    }),
  );
  await practice.live.drain(5_000);
  expect(await driftOf(stage.db)).toEqual([]);
  const [anyone = ""] = people;
  await stage.db.execute(sql`update users set used_tokens = used_tokens + 1 where id = ${anyone}`);
  expect(await driftOf(stage.db)).toMatchObject([{ personId: anyone, counter: "used" }]);
  await stage.db.execute(sql`update users set used_tokens = used_tokens - 1 where id = ${anyone}`);
});

describe("QT14 the day's ceiling", () => {
  afterEach(async () => {
    await setDailyCeiling(stage.db, { actorId: admin, on: false, tokens: 1 });
    await stage.db.execute(sql`delete from daily_spending`);
  });

  test("refuses everybody's turns when it is reached, says so, and holds no administrator", async () => {
    const practice = stage.instance(saying(["Yes."]));
    await setDailyCeiling(stage.db, { actorId: admin, on: true, tokens: 10 });
    const own = await stage.conversation(practice, await stage.person());
    expect(await say(practice, own)).toEqual({ ok: false, reason: "site-limit" });
    expect(await runsOf(own)).toEqual([]);

    const boss = await stage.person();
    await stage.db.update(users).set({ role: "ADMIN" }).where(eq(users.id, boss));
    expect(await say(practice, await stage.conversation(practice, boss))).toMatchObject({ ok: true });
    await practice.live.drain(5_000);

    await setDailyCeiling(stage.db, { actorId: admin, on: false, tokens: 10 });
    expect(await say(practice, own)).toMatchObject({ ok: true });
    await practice.live.drain(5_000);
  });

  test("is never passed by turns at once, nor on the first turn of a day", async () => {
    const practice = stage.instance(saying(["Yes."], { paceMs: 200 }));
    const needed = await firstTurnCosts();
    const rooms = await Promise.all(
      Array.from({ length: 30 }, async () => stage.conversation(practice, await stage.person())),
    );
    await setDailyCeiling(stage.db, { actorId: admin, on: true, tokens: 1_000_000 });
    await stage.db.execute(sql`delete from daily_spending`);
    await stage.db.execute(sql`update daily_ceiling set tokens = ${3 * needed + 10}`);
    const taken = await Promise.all(rooms.map((own) => say(practice, own)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
    expect(taken.filter((one) => !one.ok && one.reason === "site-limit")).toHaveLength(27);
    expect(await ceilingNow(stage.db)).toMatchObject({ reserved: 3 * needed, used: 0 });
    await practice.live.drain(5_000);
    const now = await ceilingNow(stage.db);
    expect(now).toMatchObject({ reserved: 0, used: 3 * 101 });
  });

  test("switched on in the middle of a day starts from what the log says and what runs", async () => {
    const practice = stage.instance(saying(["Yes."], { paceMs: 100 }));
    const own = await stage.conversation(practice, await stage.person());
    await say(practice, own);
    await setDailyCeiling(stage.db, { actorId: admin, on: true, tokens: 1_000_000 });
    const [logged] = await stage.db
      .select({ n: sql<number>`sum(overage - amount)::int` })
      .from(usageLog)
      .where(sql`kind = 'use' and not exists (select from users where id = payer_id and role = 'ADMIN')`);
    expect(await ceilingNow(stage.db)).toMatchObject({
      used: logged?.n,
      reserved: (await runsOf(own))[0]?.reserved,
    });
    await practice.live.drain(5_000);
    expect(await ceilingNow(stage.db)).toMatchObject({ used: (logged?.n ?? 0) + 101, reserved: 0 });
  });

  test("while off it counts nothing", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const own = await stage.conversation(practice, await stage.person());
    await say(practice, own);
    await practice.live.drain(5_000);
    expect(await stage.db.select().from(dailySpending)).toEqual([]);
    expect((await runsOf(own))[0]?.ceilingDay).toBeNull();
  });

  test("is asked again by Retry", async () => {
    const practice = stage.instance(
      saying(
        Array.from({ length: 50 }, () => "word "),
        { paceMs: 20 },
      ),
    );
    const own = await stage.conversation(practice, await stage.person());
    const turnId = randomUUID();
    await say(practice, own, turnId);
    await stopConversation(practice, own);
    await setDailyCeiling(stage.db, { actorId: admin, on: true, tokens: 10 });
    const retry = () => retryLane(practice, own, { turnId, lane: "partner" });
    expect(await retry()).toEqual({ ok: false, reason: "site-limit" });
    await stage.db.execute(sql`update daily_ceiling set tokens = 1000000`);
    expect(await retry()).toMatchObject({ ok: true });
    await stopConversation(practice, own);
    expect(await ceilingNow(stage.db)).toMatchObject({ reserved: 0 });
  });
});

describe("what is left", () => {
  test("promises no more for turns that were cheaper than usual, and warns from a fifth on", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const person = await stage.person(50_000);
    expect(await budgetLeft(stage.db, person)).toEqual({ turns: 35, low: false });
    const own = await stage.conversation(practice, person);
    for (let turn = 0; turn < 12; turn++) {
      await say(practice, own);
      await practice.live.drain(5_000);
    }
    const { usedTokens = 0 } = (await accountOf(person)) ?? {};
    // Turns that cost less than usual promise no more of them.
    const left = Math.floor((47_000 - usedTokens) / 1_250);
    expect(await budgetLeft(stage.db, person)).toEqual({ turns: left, low: false });
    await leaveFor(person, Math.floor(usedTokens / 4), 0);
    expect(await budgetLeft(stage.db, person)).toMatchObject({ low: true });
    await leaveFor(person, Math.ceil((usedTokens + 1) / 4), 0);
    expect(await budgetLeft(stage.db, person)).toMatchObject({ low: false });
  });

  test("does not fall and rise with conversations of a turn or two, whose first calls are dear", async () => {
    const practice = stage.instance(dear(saying(["Yes."])));
    const person = await stage.person(500_000);
    const shown = [];
    for (let at = 0; at < 6; at++) {
      const own = await stage.conversation(practice, person);
      for (let turn = 0; turn < 2; turn++) {
        await say(practice, own);
        await practice.live.drain(5_000);
      }
      shown.push((await budgetLeft(stage.db, person)).turns);
    }
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    expect(shown.at(-1)).toBeGreaterThan(350);
  });

  test("is none when the coach's first note would not fit any more, however little has been spent", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const person = await stage.person(50_000);
    const own = await stage.conversation(practice, person);
    await say(practice, own);
    await practice.live.drain(5_000);
    const needed = 101 + 475 + 150 + 3_400 + 200;
    await leaveFor(person, needed, 0);
    expect((await budgetLeft(stage.db, person)).turns).toBeGreaterThan(0);
    await leaveFor(person, needed - 1, 0);
    expect((await budgetLeft(stage.db, person)).turns).toBe(0);
  });
});

/** Each call costs about what a lane's first one does. */
function dear(model: Model): Model {
  return {
    ...model,
    async *reply(request, signal) {
      for await (const event of model.reply(request, signal))
        yield event.type === "delta" || event.usage === null
          ? event
          : { ...event, usage: { ...event.usage, input: 2_200 } };
    },
  };
}

function say(practice: Practice, own: OwnConversation, turnId: string = randomUUID()) {
  return takeTurn(practice, own, { turnId, parentId: null, text: "Hello." });
}

function adjust(personId: string, amount: number) {
  return { actorId: admin, personId, amount, reason: "asked for" };
}

/** What the first turn of the seeded raise holds back in all. */
async function firstTurnCosts(): Promise<number> {
  const practice = stage.instance(saying(["Yes."]));
  const own = await stage.conversation(practice, await stage.person());
  await say(practice, own);
  await practice.live.drain(5_000);
  const [partner] = await runsOf(own);
  return partner?.reserved ?? 0;
}

/** Somebody with just so many weighted tokens for turns, beside what is kept back. */
async function personWith(free: number): Promise<string> {
  const person = await stage.person(free + 10_000);
  await leaveFor(person, free, 0);
  return person;
}

/** As if so much had been granted that `free - missing` is left for turns. */
async function leaveFor(person: string, free: number, missing: number): Promise<void> {
  const account = await accountOf(person);
  const wanted = free - missing + (account?.usedTokens ?? 0) + (account?.reservedTokens ?? 0);
  let quota = wanted;
  while (quota - debriefSlice(quota) < wanted) quota += 1;
  const moved = quota - (account?.quotaTokens ?? 0);
  if (moved !== 0) await adjustBudget(stage.db, adjust(person, moved));
}

async function accountOf(person: string) {
  const [account] = await stage.db.select().from(users).where(eq(users.id, person));
  return account;
}

async function runsOf(own: OwnConversation) {
  return stage.db
    .select()
    .from(runs)
    .where(sql`${runs.conversationId} = ${own.id} and ${runs.status} <> 'silent'`)
    .orderBy(runs.createdAt);
}

async function rowCounts() {
  const [counts] = await stage.db.execute(sql`select
    (select count(*) from turns) turns, (select count(*) from messages) messages, (select count(*) from runs) runs,
    (select count(*) from usage_log) logged, (select sum(reserved_tokens) from users) reserved`);
  return counts;
}
