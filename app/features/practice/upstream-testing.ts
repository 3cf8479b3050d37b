import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { type AnthropicSettings, anthropicModel } from "#app/ai/anthropic.server.ts";
import type { Lane, Model } from "#app/ai/model.ts";
import { keptLog } from "#app/ai/model-testing.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { startModelProvider } from "#e2e/fakes/model-provider.ts";
import type { Scenario } from "#e2e/fakes/model-provider-scenario.ts";
import { voiceOf } from "#e2e/fakes/model-provider-voice.ts";
import type { Practice } from "./practice.ts";
import { setStage } from "./practice-testing.ts";
import { retryLane } from "./lanes/retry-lane.server.ts";
import { takeTurn } from "./turns/take-turn.server.ts";
import { untilSettled } from "./viewers/until-settled.server.ts";

export type Room = { practice: Practice; own: OwnConversation };
export type Watchdogs = NonNullable<AnthropicSettings["watchdogs"]>;
export type Upstream = Awaited<ReturnType<typeof setUpstream>>;

const longestMs = 15_000;

/** A stage with a provider behind it that does what it is told. */
export async function setUpstream() {
  const [stage, provider] = await Promise.all([setStage(), startModelProvider()]);
  const log = keptLog();
  /** What the practice told its own log. */
  const told: Record<string, unknown>[] = [];

  function model(more: Partial<AnthropicSettings> = {}): Model {
    return anthropicModel({
      apiKey: "CANARY-KEY",
      baseUrl: provider.url,
      ...{ partnerModel: "claude-sonnet-5-5", coachModel: "claude-haiku-5-5" },
      log,
      retries: { firstWaitMs: 1 },
      ...more,
    });
  }

  /** One turn is behind Ada, so that the coach speaks in the next. */
  async function coachedRoom(): Promise<Room> {
    const practice: Practice = {
      ...stage.instance(model()),
      log: (level, what, facts) => void told.push({ level, what, ...facts }),
    };
    const room = { practice, own: await stage.conversation(practice, await stage.person(500_000)) };
    await speak(room, "Do you have a minute for me?");
    provider.requests.length = 0;
    return room;
  }

  /** What the next calls of a lane meet. */
  function meets(lane: Lane, fault: Scenario, times = 1): void {
    for (let call = 0; call < times; call++) provider.next(fault, lane);
  }

  function callsOf(lane: Lane): number {
    return provider.requests.filter((request) => request.lane === lane).length;
  }

  /** In the order of their attempts. */
  function runsOf(turnId: string, lane?: Lane) {
    return stage.db
      .select()
      .from(runs)
      .where(and(eq(runs.subjectId, turnId), lane && eq(runs.lane, lane)))
      .orderBy(asc(runs.attempt));
  }

  async function budgetOf({ own }: Room) {
    const [row] = await stage.db
      .select({ used: users.usedTokens, reserved: users.reservedTokens })
      .from(users)
      .where(eq(users.id, own.ownerId));
    if (!row) throw new Error("nobody pays");
    return row;
  }

  /**
   * Ada speaks, and her partner's model meets a fault. Looks at all that must hold whatever it was: so many calls, the
   * coach as ever, nothing held back any longer, nothing of the provider's own in what she sees, and a Retry that answers.
   */
  async function partnerMeets(fault: Scenario, calls: number, watchdogs?: Watchdogs) {
    const room = await coachedRoom();
    const patient = room.practice.model;
    if (watchdogs) {
      // Only the partner is hurried: a machine under load must not make the coach late.
      const hurried = model({ watchdogs, retries: { firstWaitMs: 1, most: calls - 1 } });
      room.practice.model = {
        ...patient,
        reply: (request, signal) => (request.lane === "partner" ? hurried : patient).reply(request, signal),
      };
    }
    meets("partner", fault, calls);
    const { turnId, lanes } = await speak(room);
    expect(callsOf("partner")).toBe(calls);
    expect(lanes.coach).toMatchObject({ status: "complete", attempt: 1 });
    expect((await budgetOf(room)).reserved).toBe(0);
    expect(JSON.stringify([lanes.partner, log.lines, told])).not.toMatch(/CANARY|stand-in|Hotel|promised/);
    const [run] = await runsOf(turnId, "partner");
    if (!run) throw new Error("no run");

    room.practice.model = patient;
    const note = await runsOf(turnId, "coach");
    const again = await retry(room, turnId, "partner");
    expect(again.partner).toMatchObject({ status: "complete", attempt: 2 });
    expect(await runsOf(turnId, "coach")).toEqual(note);
    const { status, text } = lanes.partner;
    return { run, said: { status, text } };
  }

  return {
    ...{
      db: stage.db,
      provider,
      log,
      told,
      model,
      coachedRoom,
      meets,
      callsOf,
      runsOf,
      budgetOf,
      partnerMeets,
    },
    /** Before each test. */
    forget(): void {
      log.lines.length = told.length = provider.requests.length = 0;
      provider.default(voiceOf);
    },
    close: () => Promise.all([stage.close(), provider.close()]),
  };
}

/** Ada says it and waits until both lanes have ended. */
export async function speak({ practice, own }: Room, text = plea) {
  const turnId = randomUUID();
  const taken = await takeTurn(practice, own, { turnId, parentId: null, text });
  if (!taken.ok) throw new Error(taken.reason);
  return { turnId, lanes: await settled({ practice, own }, turnId) };
}

export const plea = "You promised me a raise in spring, and it is autumn now.";

export async function retry(room: Room, turnId: string, lane: Lane) {
  const retried = await retryLane(room.practice, room.own, { turnId, lane });
  if (!retried.ok) throw new Error(retried.reason);
  return settled(room, turnId);
}

async function settled({ practice, own }: Room, turnId: string) {
  const lanes = await untilSettled(practice, own, turnId, longestMs);
  if (!lanes?.partner.status || !lanes.coach.status) throw new Error("the turn did not end");
  return lanes;
}
