import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ModelRequest } from "#app/ai/model.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { usageReport } from "#app/features/budgets/usage-report.server.ts";
import { isHelpTurn } from "#app/features/conversations/help-card/help-turn.ts";
import { helpText } from "#app/features/conversations/help-card/help-words.ts";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { asMarkdown, takeAway } from "#app/features/conversations/take-away.ts";
import { branchOf, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { start } from "#app/streaming/cursor.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { takeTurn } from "./take-turn.server.ts";
import { turnArrives } from "#app/features/practice/viewers/turn-arrives.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";

const inRole = "Ruth, I can't take this job any more. I want to kill myself.";

let stage: Stage;
let calls: ModelRequest[];
let practice: Practice;
let own: OwnConversation;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

async function begin(tokens?: number) {
  calls = [];
  practice = stage.instance(saying(["Go on."], { calls }));
  own = await stage.conversation(practice, await stage.person(tokens));
}

describe("a message that signals self-harm", () => {
  test("is stored with the card in the partner's place; no model is asked, nothing is held back or charged", async () => {
    await begin();
    await say("I'd like to talk about my pay.");
    const before = await budgetOf(own.ownerId);
    const asked = calls.length;
    expect(await say(inRole)).toEqual({ ok: true, ordinal: 2, again: false });

    const [, , turn] = await branch();
    expect(turn).toMatchObject({
      learner: inRole,
      moves: null,
      partner: { status: "silent", text: helpText, attempt: 1 },
      coach: { status: "silent", text: "" },
    });
    expect(turn && isHelpTurn(turn)).toBe(true);
    expect(calls).toHaveLength(asked);
    expect(await budgetOf(own.ownerId)).toEqual(before);
    const written = await stage.db
      .select()
      .from(runs)
      .where(eq(runs.subjectId, turn?.id ?? ""));
    expect(written.map(({ reserved, charged }) => [reserved, charged])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    for (const { id } of written)
      expect(await stage.db.select().from(usageLog).where(eq(usageLog.runId, id))).toEqual([]);
  });

  test("posted many times under one id is one turn, counted once, and other words under it are refused", async () => {
    await begin();
    const log: unknown[] = [];
    practice.log = (...line) => void log.push(line);
    const turnId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => takeTurn(practice, own, { turnId, parentId: null, text: inRole })),
    );
    expect(answers.filter((answer) => answer.ok && !answer.again)).toHaveLength(1);
    expect(answers.every((answer) => answer.ok && answer.ordinal === 1)).toBe(true);
    expect(log).toEqual([["info", "help card shown", {}]]);
    expect(await takeTurn(practice, own, { turnId, parentId: null, text: "I'm fine." })).toEqual({
      ok: false,
      reason: "other-text",
    });
  });

  test("is answered also when the budget is used up, a guest's place has lapsed, or the model rests", async () => {
    await begin(10);
    expect(await say("I'd like to talk about my pay.")).toEqual({ ok: false, reason: "no-budget" });
    expect(await say(inRole)).toMatchObject({ ok: true });

    await begin();
    await stage.db
      .update(users)
      .set({ seat: "lapsed", seatHeldUntil: null })
      .where(eq(users.id, own.ownerId));
    expect(await say(inRole)).toMatchObject({ ok: true });

    await begin();
    practice = { ...practice, model: { ...practice.model, available: () => false } };
    expect(await say("About my pay.")).toEqual({ ok: false, reason: "resting" });
    expect(await say(inRole)).toMatchObject({ ok: true });
  });

  test("cannot be asked again of the partner or the coach", async () => {
    await begin();
    await say(inRole);
    const [, turn] = await branch();
    for (const lane of ["partner", "coach"] as const)
      expect(await retryLane(practice, own, { turnId: turn?.id ?? "", lane })).toEqual({
        ok: false,
        reason: "nothing-to-retry",
      });
  });

  test("reaches whoever has opened the stream before it at once: the words, both ends, the turn's", async () => {
    await begin();
    const turnId = randomUUID();
    const arrives = turnArrives(practice, own, turnId, new AbortController().signal);
    const began = performance.now();
    await say(inRole, turnId);
    expect(await arrives).toBe(true);
    // Not at the next look, a second later.
    expect(performance.now() - began).toBeLessThan(900);
    const told = [];
    for await (const glance of watchTurn(practice, own, turnId, start, new AbortController().signal))
      told.push(...glance.map(({ event }) => event));
    expect(told).toMatchObject([
      { channel: "partner", data: { delta: helpText } },
      { channel: "partner", data: { done: true, status: "silent" } },
      { channel: "coach", data: { done: true, status: "silent" } },
      { channel: "turn", data: { status: "silent" } },
    ]);
  });
});

describe("afterwards", () => {
  test("the learner just goes on, and no model ever reads that exchange", async () => {
    await begin();
    await say("I'd like to talk about my pay.");
    await say(inRole);
    const [, first, card] = await branch();
    expect(card?.state).toEqual(first?.state);
    expect(await say("In April you told me forty-six thousand.")).toMatchObject({ ok: true, ordinal: 3 });
    expect(calls.map(({ lane }) => lane)).toEqual(["partner", "partner", "coach"]);
    for (const request of calls) {
      const everything = JSON.stringify([request.system, request.messages, request.tail]);
      expect(everything).not.toContain("kill myself");
      expect(everything).not.toContain("step out of the practice");
    }
    const [, , , last] = await branch();
    expect(last?.partner).toMatchObject({ status: "complete", text: "Go on." });
    expect(last?.moves).not.toBeNull();
  });

  test("the first message of the rehearsal itself is still heard without a note", async () => {
    await begin();
    await say(inRole);
    await say("I'd like to talk about my pay.");
    await say("You told me forty-six thousand in April.");
    expect(calls.map(({ lane }) => lane)).toEqual(["partner", "partner", "coach"]);
  });

  test("it is counted without a word, shown in no list, and taken away as our own words, not the partner's", async () => {
    await begin();
    const { helpCards } = await usageReport(stage.db);
    await say(inRole);
    expect((await usageReport(stage.db)).helpCards).toBe(helpCards + 1);
    const { entries } = await conversationsOf(stage.db, own.ownerId, { pageSize: 5 });
    expect(entries[0]?.lastWords).toBeNull();
    const conversation = await conversationFor(stage.db, own);
    if (!conversation) throw new Error("it is there");
    const text = asMarkdown(takeAway(conversation, await turnTree(stage.db, own)));
    expect(text).toContain("**Conversation Coach**\n\n> Let’s step out of the practice");
  });
});

async function say(text: string, turnId: string = randomUUID()) {
  const taken = await takeTurn(practice, own, { turnId, parentId: null, text });
  await practice.live.drain(5_000);
  return taken;
}

async function branch() {
  const conversation = await conversationFor(stage.db, own);
  return branchOf(stage.db, own, conversation?.headTurnId ?? "");
}

async function budgetOf(personId: string) {
  const [row] = await stage.db.execute(
    sql`select used_tokens, reserved_tokens, overage_tokens from users where id = ${personId}`,
  );
  return row;
}
