import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountOf } from "#app/features/privacy/queries.server.ts";
import { exportOf } from "#app/features/privacy/export.server.ts";
import { type PublishedScenario, publishedScenario } from "#app/features/scenarios/queries.server.ts";
import { conversationSessions, turns } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { startConversation, startLimits } from "./start-conversation.server.ts";

const settings = { difficulty: "real", coachMode: "after-each-turn" } as const;

let stage: Stage;
let practice: Practice;
let scenario: PublishedScenario;
beforeAll(async () => {
  stage = await setStage();
  practice = stage.instance(saying(["Well."]));
  const found = await publishedScenario(stage.db, "the-promised-raise");
  if (!found) throw new Error("not seeded");
  scenario = found;
});
afterAll(() => stage.close());

describe("beginning conversations", () => {
  test("RR21 stops at 30 within an hour, however many are begun at once, and leaves nothing half begun", async () => {
    const [ada, ben] = [await stage.person(), await stage.person()];
    const begun = await Promise.all(Array.from({ length: startLimits.anHour + 20 }, () => begin(ada)));
    expect(begun.filter(({ ok }) => ok)).toHaveLength(startLimits.anHour);
    expect(begun.filter((one) => !one.ok && one.reason === "too-fast")).toHaveLength(20);
    expect(await conversationsOf(ada)).toBe(startLimits.anHour);
    expect(await begin(ben)).toMatchObject({ ok: true });
    await backdate(ada);
    expect(await begin(ada)).toMatchObject({ ok: true });
  });

  test("RR21 stops at 40 in which nothing was said, however old they are", async () => {
    const ada = await stage.person();
    for (let at = 0; at < startLimits.withoutAWord; at++) {
      if (at % 20 === 0) await backdate(ada);
      expect(await begin(ada)).toMatchObject({ ok: true });
    }
    await backdate(ada);
    expect(await begin(ada)).toEqual({ ok: false, reason: "unspoken" });
    // One of them is gone on with.
    await stage.db.execute(sql`update conversation_sessions set last_turn_at = now() where id =
      (select id from conversation_sessions where owner_id = ${ada} limit 1)`);
    expect(await begin(ada)).toMatchObject({ ok: true });
  });

  test("of somebody who is erased meanwhile begins nothing", async () => {
    const ada = await stage.person();
    await stage.db.delete(users).where(eq(users.id, ada));
    expect(await begin(ada)).toEqual({ ok: false, reason: "no-person" });
  });
});

test("a thousand conversations make neither the account's page nor the export slow", async () => {
  const ada = await stage.person();
  const first = await begin(ada);
  if (!first.ok) throw new Error(first.reason);
  await stage.db.execute(sql`
    with copied as (
      insert into conversation_sessions (id, owner_id, scenario_version_id, difficulty, coach_mode, coach_timing,
        head_turn_id, prompt_hash, partner_model, coach_model)
      select gen_random_uuid(), owner_id, scenario_version_id, difficulty, coach_mode, coach_timing, head_turn_id,
        prompt_hash, partner_model, coach_model
      from conversation_sessions, generate_series(1, 1000) where id = ${first.id} returning id
    )
    insert into turns (conversation_id, id, ordinal, state, coach_mode)
    select copied.id, turns.id, 0, state, coach_mode from copied, turns where conversation_id = ${first.id}`);
  expect(await stage.db.$count(turns)).toBeGreaterThan(1_000);
  const before = process.cpuUsage();
  const account = await accountOf(stage.db, ada);
  expect(account?.spent).toHaveLength(12);
  expect(account?.more.count).toBe(989);
  expect((process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000).toBeLessThan(100);
  expect((await exportOf(stage.db, ada))?.conversations).toHaveLength(1_001);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
});

function begin(ownerId: string) {
  return startConversation(practice, ownerId, scenario, settings);
}

function conversationsOf(ownerId: string): Promise<number> {
  return stage.db.$count(conversationSessions, eq(conversationSessions.ownerId, ownerId));
}

/** Two hours ago it was. */
async function backdate(ownerId: string): Promise<void> {
  await stage.db.execute(sql`update conversation_sessions
    set created_at = created_at - interval '2 hours', last_turn_at = last_turn_at - interval '2 hours'
    where owner_id = ${ownerId}`);
}
