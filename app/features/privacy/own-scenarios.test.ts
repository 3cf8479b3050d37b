import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { scriptedModel } from "#app/ai/scripted.server.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { answerReal, noteReal } from "#app/features/conversations/for-real/note-real.server.ts";
import { realConversationsOf } from "#app/features/conversations/for-real/queries.server.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { linkGuest } from "#app/features/invitations/link-guest.server.ts";
import { setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { draftScenario } from "#app/features/practice/scenario-draft/draft-scenario.server.ts";
import { startConversation } from "#app/features/practice/turns/start-conversation.server.ts";
import { keepOwnScenario } from "#app/features/scenarios/own/keep-own-scenario.server.ts";
import type { OwnScenario } from "#app/features/scenarios/own/own-scenario.ts";
import { ownScenario, ownScenarios } from "#app/features/scenarios/own/queries.server.ts";
import { publishedScenario, publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { users } from "#db/schema/people.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { eraseConversation, erasePerson } from "./erase.server.ts";
import { eraseOwnScenario } from "./erase-scenario.server.ts";
import { exportDocument } from "./export-document.tsx";
import { exportOf } from "./export.server.ts";
import { accountOf } from "./queries.server.ts";
import { eraseUnusedGuests } from "./retention.server.ts";

const canary = "CANARY-7f3a";
const keys = ["ab".repeat(32)];

let stage: Stage;
let practice: Practice;
beforeAll(async () => {
  stage = await setStage();
  practice = stage.instance(scriptedModel({ paceMs: 0 }));
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

test("a scenario of one's own is in the catalogue of nobody, and by its address only its owner's", async () => {
  const own = await kept(await stage.person());
  const slug = `own-${own.id}`;
  expect((await publishedScenarios(stage.db)).map((one) => one.slug)).not.toContain(slug);
  expect(await publishedScenario(stage.db, slug)).toBeNull();
  expect(await publishedScenario(stage.db, slug, await stage.person())).toBeNull();
  expect(await publishedScenario(stage.db, slug, own.ownerId)).toMatchObject({ isOwn: true });
  await erasePerson(practice, own.ownerId, keys);
});

describe("erasing a person", () => {
  test("leaves no word of what they described, kept, or noted of real conversations, and every amount", async () => {
    const own = await kept(await stage.person());
    await noted(await rehearsed(own));
    expect(await tablesWithCanary()).toEqual([
      "messages",
      "real_conversations",
      "scenario_drafts",
      "scenario_versions",
    ]);
    const logged = await used(own.ownerId);
    expect(logged).toBeGreaterThan(0);
    expect(await erasePerson(practice, own.ownerId, keys)).toBe("erased");
    expect(await tablesWithCanary()).toEqual([]);
    expect(await stage.db.$count(scenarios, eq(scenarios.ownerId, own.ownerId))).toBe(0);
    expect(await used(own.ownerId)).toBe(logged);
  });

  test("while a draft is on its way stops it first; what it held back comes back", async () => {
    const slow = stage.instance(scriptedModel({ paceMs: 30 }));
    const own = { id: randomUUID(), ownerId: await stage.person() };
    await draftScenario(slow, own, aSituation);
    const began = performance.now();
    expect(await erasePerson(stage.instance(scriptedModel({ paceMs: 0 })), own.ownerId, keys)).toBe("erased");
    expect(performance.now() - began).toBeLessThan(3_000);
    await slow.live.drain(5_000);
    expect(await stage.db.select().from(runs).where(eq(runs.scenarioId, own.id))).toEqual([]);
  });
});

describe("deleting a scenario of one's own", () => {
  test("keeps what a conversation pins as long as that is there, and not a word longer", async () => {
    const own = await kept(await stage.person());
    const room = await rehearsed(own);
    expect(await eraseOwnScenario(practice, own)).toBe(true);
    expect(await ownScenario(stage.db, own)).toBeNull();
    expect(await ownScenarios(stage.db, own.ownerId)).toEqual([]);
    expect(await publishedScenario(stage.db, `own-${own.id}`, own.ownerId)).toBeNull();
    expect(await conversationFor(stage.db, room)).toMatchObject({ scenarioOpen: false });
    expect(await tablesWithCanary()).toEqual(["messages", "scenario_versions"]);
    expect(await eraseConversation(practice, room)).toBe(true);
    expect(await tablesWithCanary()).toEqual([]);
    expect(await stage.db.$count(scenarios, eq(scenarios.id, own.id))).toBe(0);
  });

  test("takes older versions along that nobody practised", async () => {
    const own = await kept(await stage.person());
    await kept(own.ownerId, own.id, "A second title");
    expect(await versionsOf(own)).toBe(2);
    await eraseOwnScenario(practice, own);
    expect(await versionsOf(own)).toBe(0);
  });

  test("of somebody else, or of the catalogue, does nothing", async () => {
    const own = await kept(await stage.person());
    expect(await eraseOwnScenario(practice, { ...own, ownerId: await stage.person() })).toBe(false);
    expect(await ownScenario(stage.db, own)).not.toBeNull();
    const [theLoan] = await stage.db.select().from(scenarios).where(eq(scenarios.slug, "the-loan"));
    expect(await eraseOwnScenario(practice, { id: theLoan?.id ?? "", ownerId: own.ownerId })).toBe(false);
    expect(await publishedScenario(stage.db, "the-loan")).not.toBeNull();
    await erasePerson(practice, own.ownerId, keys);
  });
});

test("everything of it is in the export, and what the draft cost on the account's page", async () => {
  const own = await kept(await stage.person());
  await noted(await rehearsed(own));
  const taken = await exportOf(stage.db, own.ownerId);
  if (!taken) throw new Error("nothing to take");
  expect(taken.scenarios).toMatchObject([
    {
      id: own.id,
      described: { situation: { goal: aSituation.goal }, draftedBy: "model" },
      versions: [{ number: 1, content: { title: canary } }],
      runs: [{ subject: "scenario-draft", status: "complete" }],
    },
  ]);
  expect(taken.realConversations).toMatchObject([{ title: canary, wentText: `Well, ${canary}.` }]);
  const page = exportDocument(taken);
  expect(page).toContain(`Well, ${canary}.`);
  expect(page).toContain(aSituation.goal);
  const account = await accountOf(stage.db, own.ownerId);
  expect(account?.draftsPart).toBeGreaterThan(0);
  expect(account?.deletedPart).toBe(0);
  await erasePerson(practice, own.ownerId, keys);
});

test("signing in carries it over to the account", async () => {
  const own = await kept(await stage.person());
  await noted(await rehearsed(own));
  const accountId = await stage.person();
  await stage.db
    .update(users)
    .set({ role: "USER", googleSubject: "sub-1", seat: null, seatHeldUntil: null })
    .where(eq(users.id, accountId));
  await stage.db.transaction((transaction) => linkGuest(transaction, { guestId: own.ownerId, accountId }));
  expect(await ownScenario(stage.db, own)).toBeNull();
  expect(await ownScenario(stage.db, { ...own, ownerId: accountId })).toMatchObject({
    content: { title: canary },
  });
  expect(await realConversationsOf(stage.db, accountId)).toHaveLength(1);
  await erasePerson(practice, accountId, keys);
  expect(await tablesWithCanary()).toEqual([]);
});

test("what a guest described goes 30 days after its last use, with what they noted", async () => {
  const own = await kept(await stage.person());
  const room = await rehearsed(own);
  await noted(room);
  const [young, lone] = [await kept(await stage.person()), await kept(await stage.person())];
  await before(own, "31 days");
  await before(lone, "31 days");
  await before(young, "29 days");
  expect(await eraseUnusedGuests(stage.db)).toBe(2);
  expect(await eraseUnusedGuests(stage.db)).toBe(0);
  expect(await ownScenario(stage.db, own)).toBeNull();
  expect(await ownScenario(stage.db, lone)).toBeNull();
  expect(await realConversationsOf(stage.db, own.ownerId)).toEqual([]);
  expect(await ownScenario(stage.db, young)).not.toBeNull();
  await erasePerson(practice, young.ownerId, keys);
});

async function kept(ownerId: string, id: string = randomUUID(), title = canary): Promise<OwnScenario> {
  const own = { id, ownerId };
  const situation = { ...aSituation, happened: `${aSituation.happened} ${canary}.` };
  await draftScenario(practice, own, situation);
  await practice.live.drain(5_000);
  const draft = (await ownScenario(stage.db, own))?.draft;
  const linted = draft ? lintWritten({ ...draft, title }, null) : null;
  if (!linted?.ok) throw new Error("the draft is no good");
  await keepOwnScenario(stage.db, own, linted.content);
  return own;
}

async function rehearsed(own: OwnScenario): Promise<OwnConversation> {
  const scenario = await publishedScenario(stage.db, `own-${own.id}`, own.ownerId);
  if (!scenario) throw new Error("it cannot be practised");
  const opened = { ...scenario, content: { ...scenario.content, opener: canary } };
  const settings = { difficulty: "real", coachMode: "off" } as const;
  const started = await startConversation(practice, own.ownerId, opened, settings);
  if (!started.ok) throw new Error(started.reason);
  return { id: started.id, ownerId: own.ownerId };
}

async function noted(room: OwnConversation): Promise<void> {
  const conversation = await conversationFor(stage.db, room);
  if (!conversation) throw new Error("no conversation");
  const id = await noteReal(stage.db, conversation, { day: "2026-12-01", time: "18:00" });
  const answer = {
    outcome: "had",
    hadOn: "2026-12-01",
    howItWent: 7,
    went: `Well, ${canary}.`,
    keep: null,
  } as const;
  expect(await answerReal(stage.db, { id, ownerId: room.ownerId }, answer)).toBe(true);
}

async function before({ id, ownerId }: OwnScenario, time: string): Promise<void> {
  const then = sql`clock_timestamp() - ${time}::interval`;
  await stage.db.update(users).set({ createdAt: then }).where(eq(users.id, ownerId));
  await stage.db.update(scenarios).set({ createdAt: then }).where(eq(scenarios.id, id));
  await stage.db
    .update(realConversations)
    .set({ changedAt: then })
    .where(eq(realConversations.ownerId, ownerId));
  await stage.db
    .update(conversationSessions)
    .set({ createdAt: then, lastTurnAt: then })
    .where(eq(conversationSessions.ownerId, ownerId));
}

function versionsOf({ id }: OwnScenario): Promise<number> {
  return stage.db.$count(scenarioVersions, eq(scenarioVersions.scenarioId, id));
}

async function used(ownerId: string): Promise<number> {
  const [row] = await stage.db.execute<{ sum: number }>(sql`
    select -coalesce(sum(amount), 0)::int as sum from usage_log where payer_id = ${ownerId} and kind = 'use'`);
  return row?.sum ?? 0;
}

const told = ["messages", "turns", "runs", "users", "audit_log", "real_conversations"];

async function tablesWithCanary(): Promise<string[]> {
  const found: string[] = [];
  for (const table of [
    ...told,
    "scenarios",
    "scenario_drafts",
    "scenario_versions",
    "conversation_sessions",
  ]) {
    const rows = await stage.db.execute(
      sql`select 1 from ${sql.identifier(table)} t where t::text like ${`%${canary}%`} limit 1`,
    );
    if (rows.length > 0) found.push(table);
  }
  return found.toSorted();
}
