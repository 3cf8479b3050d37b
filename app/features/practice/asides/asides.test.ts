import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Model, ModelEvent, ModelRequest } from "#app/ai/model.ts";
import { usageReport } from "#app/features/budgets/usage-report.server.ts";
import { scriptedModel } from "#app/ai/scripted.server.ts";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { switchCoach } from "#app/features/conversations/coach-mode/switch-coach.server.ts";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { isHelpAside } from "#app/features/conversations/asides/aside.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";
import { start } from "#app/streaming/cursor.ts";
import { turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { askCoach } from "./ask-coach.server.ts";
import { retryAside } from "./retry-aside.server.ts";
import { takeHint } from "./take-hint.server.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => expect(await brokenInvariants(stage.db)).toEqual([]));

const question = "Why does she not just give me a date?";
const draft = "I'd like us to get to forty-six thousand, as you said in April.";

describe("an aside", () => {
  test("is answered by the coach, paid like a note, and makes no turn", async () => {
    const { practice, own } = await rehearsal(scriptedModel({ paceMs: 0 }));
    const asideId = await asked(practice, own, "question", question);
    const [aside] = await asidesOf(stage.db, own);
    expect(aside).toMatchObject({ id: asideId, kind: "question", text: question });
    expect(aside?.reply).toMatchObject({ status: "complete", attempt: 1 });
    expect(aside?.reply.text.length).toBeGreaterThan(20);
    const [run] = await stage.db.select().from(runs).where(eq(runs.subjectId, asideId));
    expect(run).toMatchObject({ subject: "aside", lane: "coach", payerId: own.ownerId });
    expect(run?.charged).toBeGreaterThan(0);
    expect((await turnTree(stage.db, own)).size).toBe(1);
  });

  test("is told on the coach's channel alone, and its end is always the last event", async () => {
    const { practice, own } = await rehearsal(saying(["Come in."]));
    const asideId = randomUUID();
    await askCoach(practice, own, { asideId, kind: "draft", text: draft });
    const told = [];
    const never = new AbortController().signal;
    for await (const glance of watchTurn(practice, own, asideId, start, never))
      told.push(...glance.map(({ event }) => event));
    expect(new Set(told.slice(0, -1).map(({ channel }) => channel))).toEqual(new Set(["coach"]));
    expect(told.at(-1)).toMatchObject({ channel: "turn", data: { turn: asideId, status: "complete" } });
    const words = told.flatMap(({ data }) => ("delta" in data ? [data.delta] : [])).join("");
    expect((await asidesOf(stage.db, own))[0]?.reply.text).toBe(words);
  });

  test("is never read by a partner, neither what was asked nor what was answered, and is by the coach", async () => {
    const model = saying(["Come in."]);
    const { practice, own } = await rehearsal(model);
    await asked(practice, own, "question", "Between us: is she lying?");
    await asked(practice, own, "draft", "You are a liar, Ruth.");
    await takeHint(practice, own, 1);
    await said(practice, own, "In April you named a figure.");
    await asked(practice, own, "question", "And now?");
    const read = (lane: ModelRequest["lane"]) =>
      JSON.stringify(model.calls.filter((call) => call.lane === lane));
    expect(read("partner")).toContain("In April you named a figure.");
    for (const secret of ["is she lying", "You are a liar", "Anchor — say", "<question>", "<draft>"])
      expect(read("partner")).not.toContain(secret);
    const last = model.calls
      .at(-1)
      ?.messages.flatMap(({ blocks }) => blocks)
      .join("\n");
    expect(last).toContain("is she lying");
    expect(last).toContain("You are a liar");
  });

  test("posted again is the same one; with other words it is refused", async () => {
    const { practice, own } = await rehearsal(saying(["Come in."]));
    const aside = { asideId: randomUUID(), kind: "question", text: question } as const;
    const answers = await Promise.all(Array.from({ length: 6 }, () => askCoach(practice, own, aside)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await untilSettled(practice, own, aside.asideId, 2_000);
    expect(await stage.db.select().from(runs).where(eq(runs.subjectId, aside.asideId))).toHaveLength(1);
    expect(await askCoach(practice, own, { ...aside, text: "Something else?" })).toEqual({
      ok: false,
      reason: "other-text",
    });
  });

  test("cannot take the id of a turn, nor a turn that of an aside", async () => {
    const { practice, own } = await rehearsal(saying(["Come in."]));
    const first = await said(practice, own, "In April you named a figure.");
    const ask = (asideId: string) => askCoach(practice, own, { asideId, kind: "question", text: question });
    expect(await ask(first)).toEqual({ ok: false, reason: "other-text" });
    const asideId = await asked(practice, own, "question", question);
    const speak = (text: string) =>
      takeTurn(practice, own, { turnId: asideId, parentId: null, tipId: null, text });
    for (const text of ["You said forty-six.", question])
      expect(await speak(text)).toEqual({ ok: false, reason: "other-text" });
    expect((await turnTree(stage.db, own)).size).toBe(2);
    // No id keeps the help card away.
    expect(await speak("I want to kill myself.")).toMatchObject({ ok: true });
  });

  test("is one at a time, however many are asked at once, on any instance", async () => {
    const held = holding();
    const { practice, own } = await rehearsal(held.model);
    const other = stage.instance(held.model);
    const ask = (by: Practice) =>
      askCoach(by, own, { asideId: randomUUID(), kind: "question", text: question });
    const answers = await Promise.all([ask(practice), ask(other), ask(practice), ask(other)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "coach-busy")).toHaveLength(3);
    held.letGo();
    await settled();
  });

  test("is stopped alone, keeps what was said, and is asked again as a new attempt", async () => {
    const held = holding();
    const { practice, own } = await rehearsal(held.model);
    const asideId = randomUUID();
    await askCoach(practice, own, { asideId, kind: "question", text: question });
    await held.begun;
    expect(await stopConversation(practice, own, randomUUID())).toBe(true);
    expect((await asidesOf(stage.db, own))[0]?.reply.status).toBe("running");
    expect(await stopConversation(practice, own, asideId)).toBe(true);
    expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "stopped", text: "Ask her." });
    held.letGo();
    const again = await Promise.all([retryAside(practice, own, asideId), retryAside(practice, own, asideId)]);
    expect(again.filter(({ ok }) => ok)).toHaveLength(1);
    await untilSettled(practice, own, asideId, 2_000);
    expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "complete", attempt: 2 });
    expect(await retryAside(practice, own, asideId)).toEqual({ ok: false, reason: "nothing-to-retry" });
  });

  test("whose writer is gone keeps the words that were stored, and gives the rest of its budget back", async () => {
    const held = holding();
    // It renews no lease while this test lets it run out.
    const { practice, own } = await rehearsal(held.model, { renewMs: 60_000 });
    const asideId = randomUUID();
    await askCoach(practice, own, { asideId, kind: "question", text: question });
    await held.begun;
    await expect
      .poll(async () => (await asidesOf(stage.db, own))[0]?.reply.text, { timeout: 2_000 })
      .toBe("Ask her.");
    await stage.db.execute(
      sql`update runs set lease_until = clock_timestamp() - interval '1 second' where subject_id = ${asideId}`,
    );
    expect(await settleOrphans(stage.instance(held.model), own.id)).toBe(1);
    expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "partial", text: "Ask her." });
    held.letGo();
    await settled();
    expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "partial", text: "Ask her." });
  });

  test("that the budget does not carry is refused, and nothing is written", async () => {
    const { practice, own } = await rehearsal(saying(["Come in."]), { tokens: 400 });
    const refused = await askCoach(practice, own, {
      asideId: randomUUID(),
      kind: "question",
      text: question,
    });
    expect(refused).toEqual({ ok: false, reason: "no-budget" });
    expect(await asidesOf(stage.db, own)).toEqual([]);
  });

  test("that signals self-harm is answered by the help card: no model is asked, nothing is charged", async () => {
    const model = saying(["Come in."]);
    const { practice, own } = await rehearsal(model);
    for (const kind of ["question", "draft"] as const)
      expect(
        await askCoach(practice, own, { asideId: randomUUID(), kind, text: "I want to kill myself." }),
      ).toEqual({ ok: true, again: false });
    const stored = await asidesOf(stage.db, own);
    expect(stored.map(isHelpAside)).toEqual([true, true]);
    expect(model.calls).toEqual([]);
    // Nobody reads it later either.
    await asked(practice, own, "question", question);
    expect(JSON.stringify(model.calls)).not.toContain("kill myself");
  });

  test("is refused where the coach is off, after the end, and to anybody else", async () => {
    const { practice, own } = await rehearsal(coaching("Ruth: I will never give you that."));
    const missed = await asked(practice, own, "question", question);
    const ask = (whose: OwnConversation) =>
      askCoach(practice, whose, { asideId: randomUUID(), kind: "question", text: question });
    expect(await ask({ ...own, ownerId: await stage.person() })).toEqual({ ok: false, reason: "not-found" });
    await switchCoach(stage.db, own, "off");
    expect(await ask(own)).toEqual({ ok: false, reason: "coach-off" });
    expect(await takeHint(practice, own, 1)).toEqual({ ok: false, reason: "coach-off" });
    expect(await retryAside(practice, own, missed)).toEqual({ ok: false, reason: "coach-off" });
    await switchCoach(stage.db, own, "when-asked");
    await endConversation(stage.db, own, { ending: "impasse", by: "learner" });
    expect(await ask(own)).toEqual({ ok: false, reason: "ended" });
    expect(await takeHint(practice, own, 1)).toEqual({ ok: false, reason: "ended" });
    expect(await switchCoach(stage.db, own, "off")).toBe(false);
  });

  test("whose words break the rules counts as missed, and is not charged", async () => {
    const { practice, own } = await rehearsal(coaching("Ruth: I will never give you that."));
    const asideId = await asked(practice, own, "question", question);
    expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "failed", text: "" });
    const [run] = await stage.db.select().from(runs).where(eq(runs.subjectId, asideId));
    expect(run).toMatchObject({ charged: 0, reason: "note partner-voice" });
  });
});

describe("a coach who says nothing but the structured part", () => {
  const onlyCoded = `<coded>{"acts":["ask"],"earned":[]}</coded>`;

  test.each(["question", "draft"] as const)(
    "has missed the %s: nothing is charged, and it can be asked for again",
    async (kind) => {
      const { practice, own } = await rehearsal(coaching(onlyCoded, "Anchor — say the number once."));
      const asideId = await asked(practice, own, kind, question);
      expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "failed", text: "" });
      const [run] = await stage.db.select().from(runs).where(eq(runs.subjectId, asideId));
      expect(run).toMatchObject({ charged: 0, reason: "note empty" });
      expect(await retryAside(practice, own, asideId)).toEqual({ ok: true, kind });
      await untilSettled(practice, own, asideId, 2_000);
      expect((await asidesOf(stage.db, own))[0]?.reply).toMatchObject({ status: "complete", attempt: 2 });
    },
  );

  test("has missed the turn, which says so, and can be asked for the note again", async () => {
    const { practice, own } = await rehearsal(coaching(onlyCoded, "Anchor — say the number once."));
    await said(practice, own, "In April you named a figure.");
    const turnId = await said(practice, own, "You said forty-six.");
    const turn = (await turnTree(stage.db, own)).get(turnId);
    expect(turn?.turn.coach).toMatchObject({ status: "failed", text: "" });
    expect(turn?.charged.coach).toBe(0);
    expect(await retryLane(practice, own, { turnId, lane: "coach" })).toMatchObject({ ok: true });
    await untilSettled(practice, own, turnId, 2_000);
    expect((await turnTree(stage.db, own)).get(turnId)?.turn.coach).toMatchObject({
      ...{ status: "complete", text: "Anchor — say the number once." },
    });
  });

  test("and then its note is heard all the same", async () => {
    const { practice, own } = await rehearsal(coaching(`${onlyCoded}\nAnchor — say the number once.`));
    await said(practice, own, "In April you named a figure.");
    const turnId = await said(practice, own, "You said forty-six.");
    expect((await turnTree(stage.db, own)).get(turnId)?.turn).toMatchObject({
      coach: { status: "complete", text: "Anchor — say the number once." },
      coded: { acts: ["ask"], earned: [] },
    });
  });
});

describe("the mode", () => {
  test.each(["before-sending", "when-asked", "off"] as const)(
    "%s leaves the turn to the learner",
    async (mode) => {
      const { practice, own } = await rehearsal(saying(["Come in."]));
      await switchCoach(stage.db, own, mode);
      await said(practice, own, "In April you named a figure.");
      const turnId = await said(practice, own, "You said forty-six.");
      expect((await turnTree(stage.db, own)).get(turnId)?.turn).toMatchObject({
        coachMode: mode,
        coach: { status: "silent" },
      });
      await switchCoach(stage.db, own, "after-each-turn");
      const next = await said(practice, own, "So when?");
      expect((await turnTree(stage.db, own)).get(next)?.turn.coach.status).toBe("complete");
    },
  );
});

describe("a turn", () => {
  test("is marked as assisted by what the coach was asked, a draft it has looked at and each hint, and the next one is not", async () => {
    const { practice, own } = await rehearsal(saying(["Come in."]));
    await asked(practice, own, "question", question);
    await asked(practice, own, "question", "What should I say next?");
    const told = await said(practice, own, "In April you named a figure.");
    await asked(practice, own, "draft", draft);
    await takeHint(practice, own, 1);
    await takeHint(practice, own, 2);
    const aided = await said(practice, own, draft);
    const next = await said(practice, own, "So when?");
    const tree = await turnTree(stage.db, own);
    expect([told, aided, next].map((id) => tree.get(id)?.turn.assisted)).toEqual([
      { drafts: 0, hints: 0, questions: 2 },
      { drafts: 1, hints: 2, questions: 0 },
      undefined,
    ]);
  });
});

describe("hints", () => {
  test("climb one rung a press to the whole example and no further; two presses at once are one", async () => {
    const model = saying(["Come in."]);
    const { practice, own } = await rehearsal(model);
    const first = await Promise.all([takeHint(practice, own, 1), takeHint(practice, own, 1)]);
    expect(first.every(({ ok }) => ok)).toBe(true);
    expect(await takeHint(practice, own, 3)).toEqual({ ok: false, reason: "no-rung" });
    for (const rung of [2, 3, 4]) expect((await takeHint(practice, own, rung)).ok).toBe(true);
    expect(await takeHint(practice, own, 5)).toEqual({ ok: false, reason: "no-rung" });
    const hints = await asidesOf(stage.db, own);
    expect(hints.map(({ rung }) => rung)).toEqual([1, 2, 3, 4]);
    expect(new Set(hints.map(({ move }) => move)).size).toBe(1);
    expect(hints[0]?.reply.text).toMatch(/\?$/);
    expect(model.calls).toEqual([]);
    expect(await stage.db.select().from(runs).where(eq(runs.conversationId, own.id))).toEqual([]);
  });
});

describe("what the coach's model reads in a message", () => {
  test("is never shown or kept as words, and corrects the partner's state from a later turn on, once", async () => {
    const note = `Verdict — that was a hard word. <coded>{"acts":["insult"],"earned":[]}</coded>`;
    const { practice, own } = await rehearsal(coaching(note));
    await said(practice, own, "In April you named a figure.");
    const turnId = await said(practice, own, "You people always do that.");
    const [row] = await stage.db.select().from(turns).where(eq(turns.id, turnId));
    expect(row?.coded).toEqual({ acts: ["insult"], earned: [], agrees: true });
    const noted = (await turnTree(stage.db, own)).get(turnId)?.turn;
    expect(noted?.coach.text).toBe("Verdict — that was a hard word.");
    expect(noted?.state.corrected).toBeUndefined();

    const { practice: quiet } = { practice: stage.instance(saying(["Come in."])) };
    const next = await said(quiet, own, "Let me start again with what I need.");
    const after = await said(quiet, own, "It is about the date.");
    const tree = await turnTree(stage.db, own);
    expect(tree.get(next)?.turn.state.corrected).toEqual([2]);
    expect(tree.get(after)?.turn.state.corrected).toEqual([2]);
    const before = noted?.state.resistance ?? 0;
    expect(tree.get(next)?.turn.state.resistance).toBeGreaterThanOrEqual(Math.min(10, before));
  });

  test("is counted where it is missing, cannot be read, agrees or differs", async () => {
    const told: unknown[] = [];
    const notes = [
      "First — that was one.",
      "Second — that was two. <coded>{}</coded>",
      `Third — three. <coded>{"acts":["insult"],"earned":[]}</coded>`,
    ];
    const { readings } = await usageReport(stage.db);
    const { practice, own } = await rehearsal(coaching(...notes));
    practice.log = (_, what, facts) => void (what === "lane ended" && facts.coded && told.push(facts.coded));
    await said(practice, own, "In April you named a figure.");
    for (const line of ["You said forty-six.", "So when is it?", "I need a date by Friday."])
      await said(practice, own, line);
    expect(told).toEqual(["missing", "unreadable", "differs"]);
    const { readings: now } = await usageReport(stage.db);
    expect(now).toEqual({ both: readings.both + 1, differing: readings.differing + 1 });
  });
});

async function rehearsal(
  model: Model,
  { tokens = 50_000, ...timing }: { tokens?: number; renewMs?: number } = {},
) {
  const practice = stage.instance(model, timing);
  const own = await stage.conversation(practice, await stage.person(tokens));
  return { practice, own };
}

async function asked(
  practice: Practice,
  own: OwnConversation,
  kind: "question" | "draft",
  text: string,
): Promise<string> {
  const asideId = randomUUID();
  expect(await askCoach(practice, own, { asideId, kind, text })).toEqual({ ok: true, again: false });
  await untilSettled(practice, own, asideId, 2_000);
  return asideId;
}

async function said(practice: Practice, own: OwnConversation, text: string): Promise<string> {
  const turnId = randomUUID();
  const taken = await takeTurn(practice, own, { turnId, parentId: null, tipId: null, text });
  expect(taken).toMatchObject({ ok: true });
  await untilSettled(practice, own, turnId, 2_000);
  return turnId;
}

/** Nothing runs any more, whoever writes it. */
async function settled(): Promise<void> {
  const running = () => stage.db.select({ id: runs.id }).from(runs).where(eq(runs.status, "running"));
  await expect.poll(running, { timeout: 5_000 }).toEqual([]);
}

/** A coach that says these notes, one a call, and a partner of few words. */
function coaching(...notes: string[]): Model {
  let at = 0;
  const partner = saying(["Come in."]);
  return {
    ...partner,
    async *reply(request, signal): AsyncGenerator<ModelEvent> {
      if (request.lane === "partner") return yield* partner.reply(request, signal);
      const usage = { input: 100, output: 20, cacheRead: 0, cacheWrite: 0 };
      for (const word of (notes[at++ % notes.length] ?? "").match(/\s*\S+/gu) ?? [])
        yield { type: "delta", text: word };
      yield { type: "end", outcome: { status: "complete" }, usage };
    },
  };
}

/** A coach that answers with one sentence and then nothing, until it is let go or stopped; its notes are always `note`. */
function holding(note = "First — that was one.") {
  const open = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const model: Model = {
    ...saying(["Come in."]),
    async *reply(request, signal): AsyncGenerator<ModelEvent> {
      if (!request.tail.includes("<answer>")) return yield* coaching(note).reply(request, signal);
      const usage = { input: 100, output: 5, cacheRead: 0, cacheWrite: 0 };
      yield { type: "usage", usage };
      yield { type: "delta", text: "Ask her." };
      begun.resolve();
      const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      await Promise.race([open.promise, stopped]);
      if (signal.aborted) yield { type: "end", outcome: { status: "stopped" }, usage };
      else yield { type: "end", outcome: { status: "complete" }, usage };
    },
  };
  return { model, begun: begun.promise, letGo: () => open.resolve() };
}
