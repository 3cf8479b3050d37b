import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import type { Model, ModelEvent, ModelRequest } from "#app/ai/model.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { redeemInvitation } from "#app/features/invitations/redeem-invitation.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { nothingSet } from "#app/features/scenarios/before-start/before.ts";
import { publishedScenario } from "#app/features/scenarios/queries.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#db/testing.ts";
import { LaneKeeper } from "./lanes/lane-keeper.server.ts";
import { LiveLanes } from "./lanes/live-lanes.ts";
import { defaultTiming, type Practice, type Timing } from "./practice.ts";
import { startConversation } from "./turns/start-conversation.server.ts";

const noLimits = { anHour: Number.POSITIVE_INFINITY, withoutAWord: Number.POSITIVE_INFINITY };

export type Stage = {
  db: Database;
  url: string;
  /** One more instance on the same database. */
  instance(model: Model, timing?: Partial<Timing>): Practice;
  /** Somebody with a budget of so many weighted tokens. */
  person(tokens?: number): Promise<string>;
  conversation(practice: Practice, ownerId: string, slug?: string): Promise<OwnConversation>;
  close(): Promise<void>;
};

/** A seeded database of one's own, and as many instances on it as a test wants; all share so many connections. */
export async function setStage({ connections = 10 } = {}): Promise<Stage> {
  const { url } = await freshDatabase({ seeded: true });
  const { db, close } = openDatabase(url, { connections });
  return {
    db,
    url,
    close,
    instance(model, given = {}) {
      const timing = { ...defaultTiming, flushMs: 10, renewMs: 40, pollMs: 20, ...given };
      const practice = {
        db,
        model,
        instance: uuidv7(),
        live: new LiveLanes(),
        timing,
        draining: false,
        reached: () => {},
        log: () => {},
      };
      return Object.assign(practice, { keeper: new LaneKeeper(practice) });
    },
    async person(tokens = 50_000) {
      const quota = { tokens, preset: null };
      const token = await makeInvitation(db, { label: "Ada", source: "person", seats: 1, quota, days: 1 });
      const guest = await redeemInvitation(db, token);
      if (!guest) throw new Error("the invitation was not taken");
      return guest.personId;
    },
    async conversation(practice, ownerId, slug = "the-promised-raise") {
      const scenario = await publishedScenario(db, slug);
      if (!scenario) throw new Error(`no scenario ${slug}`);
      const settings = { difficulty: "real", coachMode: "after-each-turn" } as const;
      const started = await startConversation(practice, ownerId, scenario, settings, nothingSet, noLimits);
      if (!started.ok) throw new Error(`not started: ${started.reason}`);
      return { id: started.id, ownerId };
    },
  };
}

/** A model that says these words, one a delta, `paceMs` apart, and listens to the signal. */
export function saying(
  words: string[],
  { paceMs = 0, calls = [] as ModelRequest[] } = {},
): Model & { calls: ModelRequest[] } {
  return {
    names: { partner: "saying", coach: "saying" },
    available: () => true,
    calls,
    async *reply(request, signal): AsyncGenerator<ModelEvent> {
      calls.push(request);
      const usage = { input: 100, output: 1, cacheRead: 0, cacheWrite: 0 };
      yield { type: "usage", usage };
      for (const text of request.lane === "coach" ? ["Anchor — say the number once."] : words) {
        if (paceMs > 0) await sleep(paceMs);
        if (signal.aborted) {
          yield { type: "end", outcome: { status: "stopped" }, usage: null };
          return;
        }
        yield { type: "delta", text };
      }
      yield { type: "end", outcome: { status: "complete" }, usage: { ...usage, output: words.length } };
    },
  };
}
