import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { seedDatabase } from "#db/seeds/seed.ts";
import { freshDatabase } from "#db/testing.ts";
import { auditLog } from "./audit.ts";
import { usageLog } from "./budgets.ts";
import { conversationSessions, messages, turns } from "./conversations.ts";
import { debriefs } from "./debriefs.ts";
import { users } from "./people.ts";
import { runs } from "./runs.ts";
import { scenarioVersions } from "./scenarios.ts";

let db: Database;
let close: () => Promise<void>;
const ada = uuidv7();
const conversationId = uuidv7();
const opener = uuidv7();
const turnId = uuidv7();

beforeAll(async () => {
  ({ db, close } = openDatabase((await freshDatabase()).url));
  await seedDatabase(db);
  await db
    .insert(users)
    .values({ id: ada, role: "GUEST", quota: { tokens: 100, preset: null }, quotaTokens: 100 });
  await db.insert(usageLog).values({ payerId: ada, kind: "grant", amount: 100 });
  const [version] = await db.select().from(scenarioVersions).limit(1);
  await db.transaction(async (transaction) => {
    await transaction.insert(conversationSessions).values({
      id: conversationId,
      ownerId: ada,
      scenarioVersionId: version?.id ?? "",
      difficulty: "real",
      coachMode: "off",
      coachTiming: "after",
      headTurnId: opener,
      promptHash: "x",
      partnerModel: "x",
      coachModel: "x",
    });
    const turn = { conversationId, state: {}, coachMode: "off" };
    await transaction.insert(turns).values({ ...turn, id: opener, ordinal: 0 });
    await transaction.insert(turns).values({ ...turn, id: turnId, ordinal: 1, parentId: opener });
  });
});
afterAll(() => close());

test.each(["update usage_log set amount = 1", "delete from usage_log", "truncate usage_log"])(
  "DB12 and QT11 the usage log only grows: %s is refused",
  (statement) => refused(db.execute(sql.raw(statement)), /append-only/),
);

test.each(["update audit_log set deed = 'x'", "delete from audit_log", "truncate audit_log"])(
  "the audit log only grows: %s is refused",
  async (statement) => {
    await db.insert(auditLog).values({ deed: "tried", subjectKind: "site" });
    await refused(db.execute(sql.raw(statement)), /append-only/);
  },
);

test("DB12 a use in the log is never positive", () =>
  refused(db.insert(usageLog).values({ payerId: ada, kind: "use", amount: 5 }), /usage_log_use_is_negative/));

test("DB12 a run is used up once", async () => {
  const use = { payerId: ada, kind: "use" as const, amount: -5, runId: uuidv7() };
  await db.insert(usageLog).values(use);
  await refused(db.insert(usageLog).values(use), /usage_log_once_per_run/);
});

test.each(["used_tokens", "reserved_tokens", "quota_tokens", "overage_tokens"])(
  "DB12 %s is never negative",
  (column) => refused(db.execute(sql`update users set ${sql.identifier(column)} = -1`), /users_counters/),
);

test("DB12 a second partner cannot run in one conversation, a coach can", async () => {
  await db.insert(runs).values(run("partner", 1));
  await refused(
    db.insert(runs).values({ ...run("partner", 2), subjectId: opener }),
    /runs_one_running_partner/,
  );
  await db.insert(runs).values(run("coach", 1));
});

test("DB12 an attempt is one run", () => refused(db.insert(runs).values(run("coach", 1)), /runs_attempt/));

test("DB12 a run is charged at most what was reserved, and is settled exactly when it does not run", async () => {
  const ended = { status: "complete" as const, settledAt: sql`now()`, charged: 11 };
  await refused(db.insert(runs).values({ ...run("coach", 5), ...ended }), /runs_amounts/);
  await refused(db.insert(runs).values({ ...run("coach", 6), status: "complete" }), /runs_settled/);
});

test("DB12 an end has one debrief, of a turn of its own conversation", async () => {
  await db.insert(debriefs).values({ conversationId, id: uuidv7(), turnId });
  await refused(db.insert(debriefs).values({ conversationId, id: uuidv7(), turnId }), /debriefs_end/);
  await refused(
    db.insert(debriefs).values({ conversationId, id: uuidv7(), turnId: uuidv7() }),
    /debriefs_turn/,
  );
});

test("DB12 only what stands beside the turns keeps its words in its run", async () => {
  await refused(db.insert(runs).values({ ...run("coach", 7), text: "Well." }), /runs_words/);
  await refused(db.insert(runs).values({ ...run("coach", 8), subject: "debrief" }), /runs_words/);
});

test("DB12 a turn is once in its conversation, and continues a turn of the same one", async () => {
  const turn = { conversationId, id: turnId, parentId: opener, ordinal: 1, state: {}, coachMode: "off" };
  await refused(db.insert(turns).values(turn), /turns_/);
  await refused(db.insert(turns).values({ ...turn, id: uuidv7(), parentId: uuidv7() }), /turns_parent/);
  await refused(db.insert(turns).values({ ...turn, id: uuidv7(), parentId: null }), /turns_root/);
});

test("DB12 a lane has one message for each attempt", async () => {
  const message = { conversationId, turnId, role: "partner" as const, text: "Hm." };
  await db.insert(messages).values(message);
  await refused(db.insert(messages).values(message), /messages_/);
});

test("DB12 a conversation cannot point at a turn it does not have", () =>
  refused(
    db.execute(sql`update conversation_sessions set head_turn_id = ${uuidv7()}`),
    /conversation_sessions_head_turn/,
  ));

test("seeding again changes nothing", async () => {
  const before = await everything();
  await seedDatabase(db);
  expect(await everything()).toEqual(before);
});

test("changed words become a new version, and the old one stays for who practises with it", async () => {
  const [before] = await db.execute(
    sql`select id, current_version_id from scenarios where slug = 'the-loan'`,
  );
  await db.execute(
    sql`update scenario_versions set content_hash = 'older words' where id = ${before?.["current_version_id"]}`,
  );
  await seedDatabase(db);
  const versions = await db.execute(
    sql`select number from scenario_versions where scenario_id = ${before?.["id"]} order by number`,
  );
  expect(versions.map(({ number }) => number)).toEqual([1, 2]);
});

test("nothing seeded lets anybody in", async () => {
  await seedDatabase(db);
  expect(await db.execute(sql`select id from invitations`)).toHaveLength(0);
  expect(await db.execute(sql`select id from users where id <> ${ada}`)).toHaveLength(0);
});

function run(lane: "partner" | "coach", attempt: number) {
  return {
    id: uuidv7(),
    conversationId,
    subject: "turn" as "turn" | "debrief",
    subjectId: turnId,
    lane,
    attempt,
    status: "running" as "running" | "complete",
    payerId: ada,
    reserved: 10,
    maxTokens: 10,
    model: "x",
    instance: "x",
    leaseUntil: sql`now()`,
  };
}

/** Drizzle tells the query; what the database said stands in the cause. */
async function refused(query: PromiseLike<unknown>, why: RegExp): Promise<void> {
  const error: unknown = await Promise.resolve(query).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error instanceof Error ? String(error.cause) : "accepted").toMatch(why);
}

async function everything() {
  return [
    await db.execute(sql`select * from scenarios order by id`),
    await db.execute(sql`select id, content_hash from scenario_versions order by id`),
    await db.execute(sql`select * from quota_presets order by id`),
  ];
}
