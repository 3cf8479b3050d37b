import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Model, ModelEvent, ModelRequest, Outcome } from "#app/ai/model.ts";
import { scriptedModel } from "#app/ai/scripted.server.ts";
import { debriefSlice } from "#app/features/budgets/debrief-slice.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { weighTokens } from "#app/features/budgets/weighted-tokens.ts";
import { readDebrief } from "#app/features/coaching/debrief/read-debrief.ts";
import { saidIn } from "#app/features/coaching/debrief/check-debrief.ts";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { helpTextAfterwards } from "#app/features/conversations/help-card/help-words.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { askCoach } from "#app/features/practice/asides/ask-coach.server.ts";
import { chooseBranch, rewindTurn } from "#app/features/practice/turns/choose-branch.server.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";
import { start } from "#app/streaming/cursor.ts";
import { debriefQuestions, debriefs } from "#db/schema/debriefs.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { heard } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { askForDebrief } from "./ask-debrief.server.ts";
import { askAboutDebrief, mostQuestions } from "./ask-question.server.ts";
import { debriefOf } from "./queries.server.ts";

const first = "In April you told me we would get my pay there by the summer.";
const rude = "You always do this, Ruth. You are a liar and you did nothing for six months.";
const kind = "I am asking for 46,000, because I have run Owen's eleven accounts since June.";
const despair = "Ruth, I can't take this job any more. I want to kill myself.";
const whole = `STRENGTH
Quote: I am asking for 46,000
Why: That says the figure once and plainly.

STRENGTH
Quote: I have always been loyal
Why: Nobody ever said this.

PLAN
Plan: If Ruth says that it is frozen, then I will ask what Colm would need.`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

describe("a debrief", () => {
  test("QT21 is one call and one row, however many tabs on however many instances ask at once", async () => {
    const model = counted(scriptedModel({ paceMs: 0 }));
    const room = await ended(model, [first, kind]);
    model.calls.length = 0;
    const other = stage.instance(model);
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, at) => askForDebrief(at % 2 ? other : room.practice, room.own, 1)),
    );
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(1);
    await room.settled();
    expect(model.calls).toHaveLength(1);
    expect(await room.runs()).toHaveLength(1);
    expect(await stage.db.$count(debriefs, eq(debriefs.conversationId, room.own.id))).toBe(1);
    // Also later, and from a page that is behind.
    await askForDebrief(room.practice, room.own, 1);
    await askForDebrief(room.practice, room.own, 2);
    expect(await room.runs()).toHaveLength(1);
  });

  test("is kept whole, streamed on the coach's channel alone, and quotes only what was said", async () => {
    const room = await ended(scriptedModel({ paceMs: 0 }), [first, rude, kind]);
    const id = await room.ask();
    const frames = [];
    for await (const glance of watchTurn(room.practice, room.own, id, start, new AbortController().signal))
      for (const { event } of glance) frames.push({ id: "", event });
    expect(new Set(frames.map(({ event }) => event.channel))).toEqual(new Set(["coach", "turn"]));
    const stored = await room.debrief();
    expect(heard(frames)).toMatchObject({
      ...{ partner: "", coach: stored.reply.text },
      ...{ coachStatus: "complete", turn: "complete" },
    });
    expect(frames.at(-1)?.event.data).toMatchObject({ turn: id, status: "complete" });
    const path = await branchOf(stage.db, room.own, (await room.conversation()).headTurnId);
    const { debrief, dropped } = readDebrief(stored.reply.text, {
      framework: "anchor-reason-silence",
      said: saidIn(path),
    });
    expect(dropped).toBe(0);
    expect(debrief.plan).not.toBeNull();
    for (const { quote, ordinal } of debrief.strengths) expect(path[ordinal]?.learner).toContain(quote);
  });

  test("begins word for word as the coach's notes did, and says nothing of what the help card answered", async () => {
    const model = saying(["Hm."]);
    const room = await ended(model, [first, kind, despair]);
    const note = model.calls.findLast(({ lane }) => lane === "coach");
    model.calls.length = 0;
    await room.ask();
    await room.settled();
    const [asked] = model.calls;
    expect(asked?.system).toBe(note?.system);
    expect(asked?.messages.flatMap(({ blocks }) => blocks).slice(0, 3)).toEqual(
      note?.messages.flatMap(({ blocks }) => blocks).slice(0, 3),
    );
    expect(JSON.stringify(asked)).not.toContain("kill myself");
    expect(asked?.messages.at(-1)?.role).toBe("user");
    expect(asked?.tail).toContain("STRENGTH");
  });

  test("drops quotations that nobody said, and counts them in the log", async () => {
    const told: object[] = [];
    const room = await ended(coachSays(whole), [first, kind]);
    room.practice.log = (_, what, facts) => void told.push({ what, ...facts });
    await room.ask();
    await room.settled();
    const { reply } = await room.debrief();
    expect(reply).toMatchObject({ status: "complete", attempt: 1 });
    expect(reply.text).toContain("I am asking for 46,000");
    expect(reply.text).not.toContain("loyal");
    expect(told).toContainEqual(
      expect.objectContaining({ what: "lane ended", reason: expect.stringContaining("1 false quotation") }),
    );
    expect(JSON.stringify(told)).not.toContain("46,000");
  });

  test("QT21 that came to nothing is charged nothing, and can be asked for again: by its attempt, once", async () => {
    const room = await ended(coachSays("I would rather talk about the weather."), [first, kind]);
    const before = await room.budget();
    await room.ask();
    await room.settled();
    expect((await room.debrief()).reply).toMatchObject({ status: "failed", text: "" });
    expect(await room.budget()).toEqual(before);

    // The first post once more, as a browser that had lost its answer would send it.
    await room.ask(1);
    expect(await room.runs()).toHaveLength(1);
    room.practice.model = coachSays(whole);
    await Promise.all([room.ask(2), room.ask(2), room.ask(2)]);
    await room.settled();
    expect((await room.debrief()).reply).toMatchObject({ status: "complete", attempt: 2 });
    expect(await room.runs()).toHaveLength(2);
  });

  test("of nothing but the structured part came to nothing, as did such an answer about one", async () => {
    const onlyCoded = `<coded>{"acts":["ask"],"earned":[]}</coded>`;
    const room = await ended(coachSays(onlyCoded), [first, kind]);
    const before = await room.budget();
    await room.ask();
    await room.settled();
    expect((await room.debrief()).reply).toMatchObject({ status: "failed", text: "" });
    expect(await room.budget()).toEqual(before);
    room.practice.model = coachSays(whole);
    await room.ask(2);
    await room.settled();
    expect((await room.debrief()).reply).toMatchObject({ status: "complete", attempt: 2 });

    room.practice.model = coachSays(onlyCoded);
    const question = { questionId: randomUUID(), text: "Why did she harden?", attempt: 1 };
    await askAboutDebrief(room.practice, room.own, question);
    await untilSettled(room.practice, room.own, question.questionId, 10_000);
    expect((await room.debrief()).questions[0]?.answer).toMatchObject({ status: "failed", text: "" });
  });

  test("is stopped on request, from another instance too; what was written stays, and is paid", async () => {
    const room = await ended(coachSays(whole, 15), [first, kind]);
    const before = await room.budget();
    const id = await room.ask();
    await vi.waitFor(async () => expect((await room.debrief()).reply.text).toContain("STRENGTH"));
    expect(await stopConversation(stage.instance(saying([])), room.own)).toBe(true);
    expect((await room.debrief()).reply.status).toBe("stopped");
    expect((await room.debrief()).reply.text).not.toContain("PLAN");
    expect((await room.budget()).used).toBeGreaterThan(before.used);
    expect(id).toBe((await room.debrief()).id);
  });

  test("whose writer has died is settled with what was stored, and can be asked for again", async () => {
    const room = await ended(coachSays(whole, 30), [first, kind]);
    const id = await room.ask();
    await vi.waitFor(async () => expect((await room.debrief()).reply.text).toContain("Quote"));
    for (const lane of room.practice.live.of(room.own.id)) {
      await room.practice.keeper.release(lane);
      lane.lose();
    }
    await stage.db
      .update(runs)
      .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
      .where(eq(runs.subjectId, id));
    expect(await settleOrphans(stage.instance(saying([])), room.own.id)).toBe(1);
    expect((await room.debrief()).reply).toMatchObject({ status: "partial" });
    expect((await room.debrief()).reply.text).toContain("STRENGTH");
  });

  test("belongs to its end: a branch that is tried again gets one of its own, and the first keeps its", async () => {
    const room = await ended(scriptedModel({ paceMs: 0 }), [first, rude]);
    const before = await room.ask();
    await room.settled();
    const kept = await room.debrief();
    const [, , turn] = await branchOf(stage.db, room.own, (await room.conversation()).headTurnId);
    await rewindTurn(room.practice, room.own, turn?.id ?? "");
    expect(await askForDebrief(room.practice, room.own, 1)).toMatchObject({ ok: false, reason: "not-ended" });
    await room.say(kind);
    await room.end();
    expect(await debriefOf(stage.db, await room.conversation())).toBeNull();
    expect(await room.ask()).not.toBe(before);
    await room.settled();
    await chooseBranch(room.practice, room.own, turn?.id ?? "");
    expect(await room.debrief()).toEqual(kept);
  });

  test("is nobody else's, and there is none of a conversation that goes on or in which nothing was said", async () => {
    const practice = stage.instance(saying(["Hm."]));
    const own = await stage.conversation(practice, await stage.person());
    expect(await askForDebrief(practice, own, 1)).toEqual({ ok: false, reason: "not-ended" });
    await endConversation(stage.db, own, { ending: "someone-leaves", by: "learner" });
    expect(await askForDebrief(practice, own, 1)).toEqual({ ok: false, reason: "nothing-said" });
    const other = { ...own, ownerId: await stage.person() };
    expect(await askForDebrief(practice, other, 1)).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("QT20 the slice for debriefs", () => {
  test("pays when no turn is left; nobody is brought above their quota, and the rest is the operator's", async () => {
    const room = await ended(scriptedModel({ paceMs: 0 }), [first, kind], 20_000);
    await leave(room.own.ownerId, 450);
    const { quota: granted, used: before } = await room.budget();
    expect(granted - before).toBeLessThanOrEqual(debriefSlice(granted));
    await room.reopened();
    expect(await takeTurn(room.practice, room.own, spoken(first))).toMatchObject({
      ok: false,
      reason: "no-budget",
    });
    await room.end();
    await room.ask();
    await room.settled();
    expect((await room.debrief()).reply.status).toMatch(/complete|truncated/u);
    const [run] = await room.runs();
    expect(run).toMatchObject({ reserved: 450, maxTokens: 450 });
    const { used, reserved, quota } = await room.budget();
    expect([used <= quota, reserved]).toEqual([true, 0]);
    expect(run?.counts && weighTokens(run.counts)).toBeGreaterThan(450);
  });

  test("holds back what is left of it, and refuses when that would be no debrief any more", async () => {
    const room = await ended(coachSays(whole), [first, kind], 20_000);
    await leave(room.own.ownerId, 500);
    await room.ask();
    await room.settled();
    expect((await room.runs())[0]).toMatchObject({ reserved: 500, maxTokens: 500 });

    const poor = await ended(coachSays(whole), [first, kind], 20_000);
    await leave(poor.own.ownerId, 399);
    expect(await askForDebrief(poor.practice, poor.own, 1)).toEqual({ ok: false, reason: "no-budget" });
    expect(await poor.runs()).toEqual([]);
    expect(await debriefOf(stage.db, await poor.conversation())).toBeNull();
    expect((await poor.budget()).reserved).toBe(0);
  });
});

describe("a question about it", () => {
  test("is asked once, answered from the debrief and what was said before, and paid like a turn", async () => {
    const model = counted(scriptedModel({ paceMs: 0 }));
    const room = await ended(model, [first, rude, kind]);
    await room.ask();
    await room.settled();
    const before = await room.budget();
    model.calls.length = 0;
    const questionId = randomUUID();
    const question = { questionId, text: "What could I have said instead?", attempt: 1 };
    await Promise.all(Array.from({ length: 5 }, () => askAboutDebrief(room.practice, room.own, question)));
    await untilSettled(room.practice, room.own, questionId, 10_000);
    expect(model.calls).toHaveLength(1);
    const { reply, questions } = await room.debrief();
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ text: question.text, answer: { status: "complete", attempt: 1 } });
    expect(questions[0]?.answer.text.length).toBeGreaterThan(20);
    expect(model.calls[0]?.messages.at(-2)?.blocks).toContain(reply.text);
    expect((await room.budget()).used).toBeGreaterThan(before.used);
    expect(await askAboutDebrief(room.practice, room.own, { ...question, text: "Other." })).toEqual({
      ok: false,
      reason: "other-text",
    });

    // Less than the tenth that is kept back for debriefs.
    await leave(room.own.ownerId, 300);
    const one = { questionId: randomUUID(), text: "And next time?", attempt: 1 };
    expect(await askAboutDebrief(room.practice, room.own, one)).toEqual({ ok: false, reason: "no-budget" });
    expect((await room.debrief()).questions).toHaveLength(1);
  });

  test("never takes the id of anything else in its conversation, whichever branch that is on", async () => {
    const room = await ended(coachSays(whole), [first, rude]);
    const debriefId = await room.ask();
    await room.settled();
    const kept = await room.debrief();
    room.practice.model = coachSays("It said the figure. That was plain.");
    const asideId = randomUUID();
    await room.reopened();
    await askCoach(room.practice, room.own, { asideId, kind: "question", text: "Is she lying?" });
    await untilSettled(room.practice, room.own, asideId, 10_000);
    await room.end();
    const [, , turn] = await branchOf(stage.db, room.own, (await room.conversation()).headTurnId);
    const askAs = (questionId: string, text = "Why did she harden?") =>
      askAboutDebrief(room.practice, room.own, { questionId, text, attempt: 1 });
    for (const taken of [debriefId, asideId, turn?.id ?? ""])
      for (const text of ["Why did she harden?", despair])
        expect(await askAs(taken, text)).toEqual({ ok: false, reason: "other-text" });
    expect(await room.debrief()).toEqual(kept);

    const questionId = randomUUID();
    expect(await askAs(questionId)).toEqual({ ok: true });
    await untilSettled(room.practice, room.own, questionId, 10_000);
    await rewindTurn(room.practice, room.own, turn?.id ?? "");
    await room.say(kind);
    await room.end();
    room.practice.model = coachSays(whole);
    await room.ask();
    await room.settled();
    for (const text of ["Why did she harden?", despair])
      expect(await askAs(questionId, text)).toEqual({ ok: false, reason: "other-text" });
    expect((await room.debrief()).questions).toEqual([]);
  });

  test("that has a debrief's id from before that was refused leaves the debrief as it was", async () => {
    const room = await ended(coachSays(whole), [first, kind]);
    const id = await room.ask();
    await room.settled();
    const kept = await room.debrief();
    await stage.db
      .insert(debriefQuestions)
      .values({ ...{ conversationId: room.own.id, id }, debriefId: id, text: "Hm?" });
    const [run] = await room.runs();
    if (!run) throw new Error("no run");
    const answered = { ...run, ...{ id: randomUUID(), attempt: 1, text: "So it was.", charged: 0 } };
    await stage.db.insert(runs).values({ ...answered, subject: "debrief-question" });
    await stage.db.execute(
      sql`insert into usage_log (run_id, payer_id, kind, amount) values (${answered.id}, ${run.payerId}, 'use', 0)`,
    );
    expect((await room.debrief()).reply).toEqual(kept.reply);
    expect((await room.debrief()).questions[0]?.answer.text).toBe("So it was.");
    expect((await untilSettled(room.practice, room.own, id, 1_000))?.coach.text).toBe(kept.reply.text);
    await askForDebrief(room.practice, room.own, 2);
    expect(await room.runs()).toHaveLength(1);
  });

  test("that signals self-harm is answered by our own card, by no model and for nothing", async () => {
    const model = counted(scriptedModel({ paceMs: 0 }));
    const room = await ended(model, [first, kind]);
    await room.ask();
    await room.settled();
    const before = await room.budget();
    model.calls.length = 0;
    await askAboutDebrief(room.practice, room.own, { questionId: randomUUID(), text: despair, attempt: 1 });
    expect((await room.debrief()).questions[0]).toMatchObject({
      byUs: true,
      answer: { text: helpTextAfterwards },
    });
    expect(model.calls).toEqual([]);
    expect(await room.budget()).toEqual(before);
    const next = { questionId: randomUUID(), text: "Why did she harden?", attempt: 1 };
    await askAboutDebrief(room.practice, room.own, next);
    await untilSettled(room.practice, room.own, next.questionId, 10_000);
    expect(JSON.stringify(model.calls)).not.toContain("kill myself");
  });

  test("waits for the debrief, comes one at a time, and ten are enough", async () => {
    const room = await ended(coachSays(whole, 5), [first, kind]);
    const ask = (text = "Why?") =>
      askAboutDebrief(room.practice, room.own, { questionId: randomUUID(), text, attempt: 1 });
    expect(await ask()).toEqual({ ok: false, reason: "no-debrief" });
    await room.ask();
    expect(await ask()).toEqual({ ok: false, reason: "no-debrief" });
    await room.settled();
    room.practice.model = coachSays("It said the figure. That was plain.", 5);
    expect(await ask()).toEqual({ ok: true });
    expect(await ask()).toEqual({ ok: false, reason: "busy" });
    room.practice.model = coachSays("It said the figure. That was plain.");
    for (let asked = 1; asked < mostQuestions; asked++) {
      await vi.waitFor(async () => expect(await ask()).toEqual({ ok: true }));
    }
    await vi.waitFor(async () => expect(await ask()).toEqual({ ok: false, reason: "enough" }));
    await room.practice.live.drain(5_000);
  });
});

async function ended(model: Model, lines: string[], tokens = 50_000) {
  const practice = stage.instance(model);
  const own = await stage.conversation(practice, await stage.person(tokens));
  const room = {
    practice,
    own,
    conversation: async () => {
      const found = await conversationFor(stage.db, own);
      if (!found) throw new Error("no conversation");
      return found;
    },
    debrief: async () => {
      const found = await debriefOf(stage.db, await room.conversation());
      if (!found) throw new Error("no debrief");
      return found;
    },
    runs: () =>
      stage.db
        .select()
        .from(runs)
        .where(and(eq(runs.conversationId, own.id), eq(runs.subject, "debrief"))),
    budget: async () => {
      const [row] = await stage.db
        .select({ used: users.usedTokens, reserved: users.reservedTokens, quota: users.quotaTokens })
        .from(users)
        .where(eq(users.id, own.ownerId));
      if (!row) throw new Error("nobody pays");
      return row;
    },
    ask: async (attempt = 1) => {
      const asked = await askForDebrief(practice, own, attempt);
      if (!asked.ok) throw new Error(asked.reason);
      return asked.debriefId;
    },
    settled: async () => untilSettled(practice, own, (await room.debrief()).id, 15_000),
    say: async (text: string) => {
      const said = spoken(text);
      const taken = await takeTurn(practice, own, said);
      if (!taken.ok) throw new Error(taken.reason);
      await untilSettled(practice, own, said.turnId, 15_000);
    },
    end: () => endConversation(stage.db, own, { ending: "impasse", by: "learner" }),
    reopened: () =>
      stage.db.execute(sql`update conversation_sessions set ending = null, ended_by = null, ended_at = null
        where id = ${own.id}`),
  };
  await lines.reduce((before, line) => before.then(() => room.say(line)), Promise.resolve());
  await room.end();
  return room;
}

function spoken(text: string) {
  return { turnId: randomUUID(), parentId: null, text };
}

/** Uses up somebody's budget, by the books, until so much is left of it. */
async function leave(personId: string, tokens: number): Promise<void> {
  await stage.db.execute(sql`
    with changed as (
      update users set quota_tokens = used_tokens + ${tokens} where id = ${personId} returning quota_tokens)
    insert into usage_log (payer_id, kind, amount, reason)
    select ${personId}, 'adjust', changed.quota_tokens - (
      select sum(amount) from usage_log where payer_id = ${personId} and kind <> 'use'), 'test' from changed`);
}

function counted(model: Model): Model & { calls: ModelRequest[] } {
  const calls: ModelRequest[] = [];
  return {
    ...model,
    calls,
    reply(request, signal) {
      calls.push(request);
      return model.reply(request, signal);
    },
  };
}

/** A coach that says just this after the conversation, word by word, and listens to the signal. */
function coachSays(text: string, paceMs = 0): Model {
  const usual = saying(["Hm."]);
  return {
    ...usual,
    async *reply(request, signal): AsyncGenerator<ModelEvent> {
      if (!/<(?:debrief|answer)>/u.test(request.tail)) {
        yield* usual.reply(request, signal);
        return;
      }
      const usage = { input: 100, output: 0, cacheRead: 0, cacheWrite: 0 };
      yield { type: "usage", usage };
      let said = 0;
      for (const word of text.match(/\s*\S+/gu) ?? []) {
        await new Promise((resolve) => setTimeout(resolve, paceMs));
        const outcome: Outcome = { status: "stopped" };
        if (signal.aborted) {
          yield { type: "end", outcome, usage: { ...usage, output: said } };
          return;
        }
        said += 1;
        yield { type: "delta", text: word };
      }
      yield { type: "end", outcome: { status: "complete" }, usage: { ...usage, output: said } };
    },
  };
}
