import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { turnsLeft } from "#app/features/budgets/queries.server.ts";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { start } from "#app/streaming/cursor.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { latestTurn } from "./turns/latest-turn.server.ts";
import type { Practice } from "./practice.ts";
import { saying, setStage, type Stage } from "./practice-testing.ts";
import { retryLane } from "./lanes/retry-lane.server.ts";
import { settleOrphans } from "./lanes/settle-orphans.server.ts";
import { stopConversation } from "./turns/stop-turn.server.ts";
import { takeTurn } from "./turns/take-turn.server.ts";
import { watchTurn } from "./viewers/watch-turn.server.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ connections: 2 });
});
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

test("DB08 sixty turns at once on two connections are all taken, watched to their end and settled", async () => {
  const practice = stage.instance(saying(["Yes, ", "well."], { paceMs: 20 }));
  const ada = await stage.person(5_000_000);
  const rooms = await Promise.all(Array.from({ length: 60 }, () => stage.conversation(practice, ada)));
  const endings = await Promise.all(rooms.map((own) => takenAndWatched(practice, own)));
  expect(endings).toEqual(rooms.map(() => "complete"));
});

describe("DB20 with 100,000 conversations", () => {
  const large = ["users", "conversation_sessions", "turns", "messages", "runs", "usage_log"];

  test("nothing that a rehearsal asks of the database reads a large table from one end to the other", async () => {
    await fillUp(stage.url);
    const client = postgres(stage.url, { max: 2 });
    const asked = new Map<string, unknown[]>();
    const db = drizzle({ client, logger: { logQuery: (query, given) => void asked.set(query, given) } });
    const ada = await stage.person();
    await rehearse(Object.assign(stage.instance(saying(["Yes, ", "well."], { paceMs: 50 })), { db }), ada);

    expect(asked.size).toBeGreaterThan(20);
    for (const [query, given] of asked) {
      const plan = JSON.stringify(await client.unsafe(`explain (format json) ${query}`, given as never[]));
      const read = [...plan.matchAll(/"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(([, table]) => table);
      expect(
        read.filter((table) => large.includes(table ?? "")),
        query,
      ).toEqual([]);
    }
    await client.end();
  }, 60_000);
});

async function takenAndWatched(practice: Practice, own: OwnConversation): Promise<string | undefined> {
  const turnId = randomUUID();
  const taken = await takeTurn(practice, own, { turnId, parentId: null, text: "Shall we talk about it?" });
  if (!taken.ok) return taken.reason;
  const seen = [];
  for await (const glance of watchTurn(practice, own, turnId, start, new AbortController().signal))
    seen.push(...glance);
  const last = seen.at(-1)?.event;
  return last?.channel === "turn" ? last.data.status : undefined;
}

/** Everything once that a learner may do. */
async function rehearse(practice: Practice, learner: string): Promise<void> {
  const own = await stage.conversation(practice, learner);
  await takenAndWatched(practice, own);
  const turnId = randomUUID();
  await takeTurn(practice, own, { turnId, parentId: null, text: "And now?" });
  expect(await stopConversation(practice, own)).toBe(true);
  expect(await retryLane(practice, own, { turnId, lane: "partner" })).toMatchObject({ ok: true });
  await practice.live.drain(5_000);
  await settleOrphans(practice);
  await settleOrphans(practice, own.id);
  for (const state of ["open", "ended"] as const)
    await conversationsOf(practice.db, learner, { state, pageSize: 20 });
  await latestTurn(practice.db, own);
  await turnsLeft(practice.db, learner);
}

/** Each of a thousand learners has a hundred conversations behind them. */
async function fillUp(url: string): Promise<void> {
  const owner = postgres(url, { max: 1 });
  await owner.begin(async (each) => {
    await each`create temp table made as select gen_random_uuid() as id, gen_random_uuid() as turn, gen_random_uuid() as run,
      ('00000000-0000-7000-8000-' || lpad(((g % 1000) + 1)::text, 12, '0'))::uuid as who from generate_series(1, 100000) g`;
    await each`insert into users (id, role, quota, quota_tokens, used_tokens) select who, 'GUEST', '{}', 1000, 100 from made group by who`;
    await each`insert into usage_log (payer_id, kind, amount) select who, 'grant', 1000 from made group by who`;
    await each`insert into conversation_sessions (id, owner_id, scenario_version_id, difficulty, coach_mode, coach_timing, head_turn_id, prompt_hash, partner_model, coach_model)
      select id, who, (select id from scenario_versions limit 1), 'real', 'off', 'after', turn, 'x', 'x', 'x' from made`;
    await each`insert into turns (conversation_id, id, ordinal, state, coach_mode) select id, turn, 0, '{}', 'off' from made`;
    await each`insert into messages (conversation_id, turn_id, role, text) select id, turn, 'partner', 'Hello.' from made`;
    await each`insert into runs (id, conversation_id, subject, subject_id, lane, attempt, status, payer_id, reserved, max_tokens, model, instance, lease_until, settled_at, charged)
      select run, id, 'turn', turn, 'partner', 1, 'complete', who, 1, 1, 'x', 'x', now(), now(), 1 from made`;
    await each`insert into usage_log (payer_id, kind, amount, run_id) select who, 'use', -1, run from made`;
  });
  await owner`analyze`;
  await owner.end();
}
