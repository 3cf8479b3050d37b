import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Model, ModelEvent, ModelRequest } from "#app/ai/model.ts";
import { scriptedModel } from "#app/ai/scripted.server.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { draftByRules } from "#app/features/coaching/scenario-writing/by-rules/draft-by-rules.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { eraseOwnScenario } from "#app/features/privacy/erase-scenario.server.ts";
import { ownScenario, ownScenarios } from "#app/features/scenarios/own/queries.server.ts";
import type { Situation } from "#app/features/scenarios/own/situation.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { draftScenario, mostOwnScenarios, mostSpentInVain } from "./draft-scenario.server.ts";
import { untilDrafted } from "./until-drafted.server.ts";

/** Enough of a draft for the rules to do the rest. */
const whole = JSON.stringify({ title: "A title of the model's" });

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

describe("a draft by the model", () => {
  test("of the scripted voice is a whole good scenario, paid from the budget once", async () => {
    const practice = stage.instance(scriptedModel({ paceMs: 0 }));
    const own = await somebodys();
    expect(await draftScenario(practice, own, aSituation)).toEqual({ ok: true, by: "model" });
    expect(await untilDrafted(practice, own, 5_000)).toBe(true);
    const drafted = await ownScenario(stage.db, own);
    expect(drafted).toMatchObject({ draftedBy: "model", reason: null, content: null });
    expect(drafted?.draft?.positions.map(({ topic }) => topic)).toEqual(aSituation.topics);
    expect(drafted?.draft && lintWritten(drafted.draft, null)).toMatchObject({ ok: true });
    const [run, ...others] = await runsOf(own.id);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ status: "complete", payerId: own.ownerId, text: "", conversationId: null });
    expect(run?.charged).toBeGreaterThan(500);
    expect(await spentBy(own.ownerId)).toEqual({ used: run?.charged, reserved: 0 });
  });

  test("is held back before the first byte", async () => {
    const seen: { reserved: number }[] = [];
    const own = await somebodys();
    const practice = stage.instance(
      answering("no draft", async ({ maxTokens }) => {
        const { reserved } = await spentBy(own.ownerId);
        expect(reserved).toBeGreaterThan(maxTokens);
        seen.push({ reserved });
      }),
    );
    await draftScenario(practice, own, aSituation);
    await practice.live.drain(5_000);
    expect(seen).toHaveLength(1);
    expect(await spentBy(own.ownerId)).toEqual({ used: 0, reserved: 0 });
  });

  test("that only half succeeded is mended by the rules; what was told stays", async () => {
    const said = {
      declined: null,
      title: "The cold flat",
      who: "You are Ruth, 63, and the house was your mother's. Every repair eats a month of what it brings. You hate letters.",
      positions: [
        {
          topic: "The Heating",
          position: "The heating is forty years old, and so am I, nearly.",
          words: ["heating", "cold"],
        },
        { topic: "the neighbours", position: "", words: [] },
      ],
      opener: "Call me on 0171 5553322 if it is about the heating.",
      concessions: ["I'll ring the fitter today."],
      secrets: "none",
    };
    const own = await somebodys();
    await drafted(own, `Here it is:\n${JSON.stringify(said)}\nGood luck!`);
    const draft = (await ownScenario(stage.db, own))?.draft;
    expect(draft).toMatchObject({
      title: "The cold flat",
      role: aSituation.role,
      name: "Ruth",
      who: said.who,
    });
    expect(draft?.positions[0]).toMatchObject({
      topic: "the heating",
      position: said.positions[0]?.position,
    });
    expect(draft?.positions).toHaveLength(3);
    const rules = draftByRules(aSituation);
    expect(draft).toMatchObject({
      opener: rules.opener,
      concessions: rules.concessions,
      secrets: rules.secrets,
    });
  });

  test.each([
    ["no JSON at all", "I am sorry, I have no idea."],
    ["half of it", '{"declined": null, "title": "The co'],
    ["a list", "[1, 2]"],
    ["an empty one", "{}"],
  ])("that is %s costs nothing, says so, and can be asked for again", async (_, said) => {
    const own = await somebodys();
    await drafted(own, said);
    expect(await ownScenario(stage.db, own)).toMatchObject({
      draft: null,
      run: { running: false, status: "failed" },
    });
    expect(await spentBy(own.ownerId)).toEqual({ used: 0, reserved: 0 });
    await drafted(own, JSON.stringify({ title: "The second try" }));
    expect((await ownScenario(stage.db, own))?.draft?.title).toBe("The second try");
    expect((await runsOf(own.id)).map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, "failed"],
      [2, "complete"],
    ]);
  });

  test("that fails again and again is made by rules in the end, also for a scenario made anew", async () => {
    const own = await somebodys(100_000);
    let asked = 0;
    const practice = stage.instance(answering("No draft.", async () => void asked++));
    const says: string[] = [];
    for (let at = 0; at < 8; at++) {
      // A deleted scenario takes its runs with it.
      if (at % 3 === 2) await eraseOwnScenario(practice, own);
      const drafting = await draftScenario(practice, own, aSituation);
      says.push(drafting.ok ? drafting.by : drafting.reason);
      await practice.live.drain(5_000);
    }
    expect(says).toEqual(["model", "model", "model", "model", "model", "rules", "again", "again"]);
    expect(asked).toBe(Math.ceil(mostSpentInVain / (900 + 400)));
    expect(await ownScenario(stage.db, own)).toMatchObject({
      draft: draftByRules(aSituation),
      reason: "failed-often",
      situation: aSituation,
    });
    expect(await spentBy(own.ownerId)).toEqual({ used: 0, reserved: 0 });
  });

  test("with words that signal self-harm is mended: they would stand in every prompt", async () => {
    const own = await somebodys();
    await drafted(own, JSON.stringify({ title: "The cold flat", opener: "I want to kill myself." }));
    const draft = (await ownScenario(stage.db, own))?.draft;
    expect(draft).toMatchObject({ title: "The cold flat", opener: draftByRules(aSituation).opener });
  });

  test("that it declines leaves the answers to be changed", async () => {
    const own = await somebodys();
    await drafted(own, '{"declined": "minors"}');
    expect(await ownScenario(stage.db, own)).toMatchObject({
      draft: null,
      reason: "declined",
      situation: aSituation,
    });
    await drafted(own, JSON.stringify({ title: "Said differently" }), {
      ...aSituation,
      goal: "A date for the repair",
    });
    expect(await ownScenario(stage.db, own)).toMatchObject({
      reason: null,
      draft: { title: "Said differently", goal: "A date for the repair" },
    });
  });
});

test("what the model declined is not drafted past it by the rules", async () => {
  const own = await somebodys();
  await drafted(own, '{"declined": "coercion"}');
  const practice = stage.instance(answering('{"declined": "coercion"}'));
  expect(await draftScenario(practice, own, aSituation, { byRules: true })).toEqual({
    ok: true,
    by: "model",
  });
  await practice.live.drain(5_000);
  expect(await ownScenario(stage.db, own)).toMatchObject({ draft: null, reason: "declined" });
});

describe("never twice", () => {
  test("the same answers, posted at once and again later, are one run on one instance and on two", async () => {
    const calls: ModelRequest[] = [];
    const model = answering(whole, async (request) => void calls.push(request));
    const [here, there] = [stage.instance(model), stage.instance(model)];
    const own = await somebodys();
    const answers = await Promise.all(
      [here, there, here, there].map((one) => draftScenario(one, own, aSituation)),
    );
    expect(answers.map((one) => (one.ok ? one.by : one.reason)).toSorted()).toEqual([
      "again",
      "again",
      "again",
      "model",
    ]);
    await Promise.all([here.live.drain(5_000), there.live.drain(5_000)]);
    expect(await draftScenario(here, own, aSituation)).toEqual({ ok: true, by: "again" });
    expect(calls).toHaveLength(1);
  });

  test("other answers while it is drafted wait, and take no draft away that is there", async () => {
    const slow = stage.instance(scriptedModel({ paceMs: 50 }));
    const own = await somebodys();
    await draftScenario(slow, own, aSituation);
    const other = { ...aSituation, goal: "Another ending" };
    expect(await draftScenario(slow, own, other)).toEqual({ ok: false, reason: "busy" });
    await stopPerson(slow, own.ownerId);
    await drafted(own, whole);
    expect(await draftScenario(slow, own, other)).toEqual({ ok: false, reason: "kept" });
    expect((await ownScenario(stage.db, own))?.situation).toEqual(aSituation);
  });

  test("a run whose writer died is settled by whoever looks, and what wakes up later writes nothing", async () => {
    const writer = stage.instance(scriptedModel({ paceMs: 20 }), {
      leaseMs: 60,
      renewMs: 10_000,
      flushMs: 10_000,
    });
    const own = await somebodys();
    await draftScenario(writer, own, aSituation);
    const other = stage.instance(answering(whole));
    expect(await untilDrafted(other, own, 5_000)).toBe(true);
    expect(await ownScenario(stage.db, own)).toMatchObject({ draft: null, run: { status: "failed" } });
    await writer.live.drain(60_000);
    expect(await ownScenario(stage.db, own)).toMatchObject({ draft: null, run: { status: "failed" } });
    expect(await settleOrphans(other)).toBe(0);
  });
});

describe("without a model", () => {
  test.each([
    ["the budget does not carry it", { tokens: 2_000 }, "no-budget"],
    ["the model rests", { resting: true }, "resting"],
    ["they ask for it", { byRules: true }, "asked"],
  ])("it is drafted by rules where %s", async (_, { tokens, resting, byRules }: Case, reason) => {
    const model = answering(whole, async () => expect.unreachable("no model is asked"));
    const practice = stage.instance({ ...model, available: () => !resting });
    const own = await somebodys(tokens);
    expect(await draftScenario(practice, own, aSituation, { byRules })).toEqual({ ok: true, by: "rules" });
    expect(await ownScenario(stage.db, own)).toMatchObject({ draftedBy: "rules", reason, run: null });
    expect((await ownScenario(stage.db, own))?.draft).toEqual(draftByRules(aSituation));
    expect(await spentBy(own.ownerId)).toEqual({ used: 0, reserved: 0 });
  });
});

describe("somebody else's", () => {
  test("is not there: not to read, not to draft, not in a list", async () => {
    const own = await somebodys();
    await drafted(own, whole);
    const grace = await stage.person();
    const practice = stage.instance(answering(whole));
    expect(await draftScenario(practice, { ...own, ownerId: grace }, aSituation)).toEqual({
      ok: false,
      reason: "not-found",
    });
    expect(await ownScenario(stage.db, { ...own, ownerId: grace })).toBeNull();
    expect(await ownScenarios(stage.db, grace)).toEqual([]);
    expect(await ownScenarios(stage.db, own.ownerId)).toHaveLength(1);
  });

  test("and of one's own there may be so many", async () => {
    const ownerId = await stage.person();
    const rows = Array.from({ length: mostOwnScenarios }, () => randomUUID());
    await stage.db
      .insert(scenarios)
      .values(rows.map((id) => ({ id, slug: id, status: "draft" as const, ownerId })));
    const own = { id: randomUUID(), ownerId };
    expect(await draftScenario(stage.instance(answering(whole)), own, aSituation)).toEqual({
      ok: false,
      reason: "too-many",
    });
    expect(await stage.db.$count(scenarios, eq(scenarios.ownerId, ownerId))).toBe(mostOwnScenarios);
  });

  test("also when many are described at once, on two instances", async () => {
    const ownerId = await stage.person();
    const rows = Array.from({ length: mostOwnScenarios - 3 }, () => randomUUID());
    await stage.db
      .insert(scenarios)
      .values(rows.map((id) => ({ id, slug: id, status: "draft" as const, ownerId })));
    const model = answering(whole);
    const [here, there] = [stage.instance(model), stage.instance(model)];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        draftScenario(at % 2 === 0 ? here : there, { id: randomUUID(), ownerId }, aSituation, {
          byRules: true,
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await stage.db.$count(scenarios, eq(scenarios.ownerId, ownerId))).toBe(mostOwnScenarios);
  });
});

type Case = { tokens?: number; resting?: boolean; byRules?: boolean };

async function somebodys(tokens?: number) {
  return { id: randomUUID(), ownerId: await stage.person(tokens) };
}

async function drafted(
  own: { id: string; ownerId: string },
  said: string,
  situation: Situation = aSituation,
) {
  const practice = stage.instance(answering(said));
  expect(await draftScenario(practice, own, situation)).toMatchObject({ ok: true, by: "model" });
  await practice.live.drain(5_000);
}

function answering(said: string, asked: (request: ModelRequest) => Promise<void> = async () => {}): Model {
  return {
    names: { partner: "answering", coach: "answering" },
    available: () => true,
    async *reply(request): AsyncGenerator<ModelEvent> {
      await asked(request);
      yield { type: "delta", text: said };
      const usage = { input: 900, output: 400, cacheRead: 0, cacheWrite: 0 };
      yield { type: "end", outcome: { status: "complete" }, usage };
    },
  };
}

function runsOf(scenarioId: string) {
  return stage.db.select().from(runs).where(eq(runs.scenarioId, scenarioId)).orderBy(runs.attempt);
}

async function spentBy(ownerId: string) {
  const [person] = await stage.db
    .select({ used: users.usedTokens, reserved: users.reservedTokens })
    .from(users)
    .where(eq(users.id, ownerId));
  if (!person) throw new Error("there is no such person");
  return person;
}
