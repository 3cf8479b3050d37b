import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTcpProxy, type TcpProxy } from "#e2e/fakes/tcp-proxy.ts";
import { type Database, openDatabase } from "./client.server.ts";
import { inTransaction, isDatabaseAway } from "./failures.ts";
import { migrateDatabase } from "./migrate.ts";
import { freshDatabase } from "./testing.ts";

let url: string;
let proxy: TcpProxy;
let db: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ url } = await freshDatabase());
  const { hostname, port } = new URL(url);
  proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  const through = new URL(url);
  through.port = String(proxy.port);
  ({ db, close } = openDatabase(through.href, { connections: 2, deadlineMs: 400 }));
  await db.execute(sql`create table tally (id int primary key, n int not null)`);
  await db.execute(sql`insert into tally values (1, 0), (2, 0)`);
});
afterAll(async () => {
  proxy.open();
  await close();
  await proxy.close();
});

test("DB05 a connection that went silent is given up, and the next question is answered", async () => {
  await db.execute(sql`select 1`);
  proxy.swallow();
  const failed = await failure(db.execute(sql`select 1`));
  expect(isDatabaseAway(failed)).toBe(true);
  proxy.open();
  expect(await db.execute(sql`select 2 as n`)).toEqual([{ n: 2 }]);
});

test("DB05 in a transaction too, also while it commits", async () => {
  const failed = await failure(
    db.transaction(async (transaction) => {
      await transaction.execute(sql`update tally set n = n + 1 where id = 1`);
      proxy.swallow();
    }),
  );
  expect(isDatabaseAway(failed)).toBe(true);
  proxy.open();
  expect(await db.execute(sql`select 3 as n`)).toEqual([{ n: 3 }]);
});

test("DB08 waiting for one of two connections is not held against the database", async () => {
  const asked = Array.from({ length: 100 }, () => db.execute(sql`select pg_sleep(0.02)`));
  await Promise.all(asked);
});

test("DB06 cut connections are opened again, and nothing of a cut transaction is done outside it", async () => {
  const failed = await failure(
    db.transaction(async (transaction) => {
      await transaction.execute(sql`update tally set n = 100 where id = 1`);
      await cutAll();
      // The driver may write to a connection whose end it has not seen yet (see app/process/driver-defect.server.ts).
      await new Promise((resolve) => setTimeout(resolve, 50));
      await transaction.execute(sql`update tally set n = 200 where id = 2`);
    }),
  );
  expect(isDatabaseAway(failed)).toBe(true);
  const rows = await db
    .execute(sql`select n from tally where n >= 100`)
    .catch(() => db.execute(sql`select n from tally where n >= 100`));
  expect(rows).toEqual([]);
});

test("DB07 two transactions that cross both succeed", async () => {
  const { db: wide, close: closeWide } = openDatabase(url, { connections: 4 });
  let met = 0;
  const crossing = (first: number, second: number) =>
    inTransaction(wide, async (transaction) => {
      await transaction.execute(sql`update tally set n = n + 1 where id = ${first}`);
      met++;
      while (met < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      await transaction.execute(sql`update tally set n = n + 1 where id = ${second}`);
    });
  await wide.execute(sql`update tally set n = 0`);
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  expect(await wide.execute(sql`select n from tally order by id`)).toEqual([{ n: 2 }, { n: 2 }]);
  expect(met).toBeGreaterThan(2);
  await closeWide();
});

test("DB11 a statement that takes too long is cut and its transaction undone", async () => {
  const failed = await failure(
    db.transaction(async (transaction) => {
      await transaction.execute(sql`update tally set n = 999 where id = 1`);
      await transaction.execute(sql`set local statement_timeout = 50`);
      await transaction.execute(sql`select pg_sleep(2)`);
    }),
  );
  expect(isDatabaseAway(failed)).toBe(true);
  expect(await db.execute(sql`select n from tally where n = 999`)).toEqual([]);
});

test("DB09 and DB10: too many connections, a full disk and a read-only server all mean: later", () => {
  for (const code of ["53300", "53100", "25006", "08006", "57P03"]) {
    expect(isDatabaseAway(new Error("x", { cause: Object.assign(new Error("y"), { code }) })), code).toBe(
      true,
    );
  }
  for (const code of ["23505", "42601", "22021", "22P02"]) {
    expect(isDatabaseAway(Object.assign(new Error("y"), { code })), code).toBe(false);
  }
});

test("DB13 two migrators at once on an empty database", async () => {
  const owner = postgres(url, { max: 1 });
  await owner`create database two_migrators`;
  const empty = new URL(url);
  empty.pathname = "/two_migrators";
  await Promise.all([migrateDatabase(empty.href), migrateDatabase(empty.href), migrateDatabase(empty.href)]);
  const migrated = postgres(empty.href, { max: 1 });
  expect(await migrated`select count(*)::int as n from users`).toEqual([{ n: 0 }]);
  await migrated.end();
  await owner`drop database two_migrators`;
  await owner.end();
});

describe("DB20 with 100,000 conversations", () => {
  const person = "00000000-0000-7000-8000-000000000001";

  beforeAll(async () => {
    const owner = postgres(url, { max: 1 });
    await owner.begin(async (each) => {
      await each`insert into users (id, role, quota, quota_tokens) select ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'GUEST', '{}', 0 from generate_series(1, 1000) g`;
      await each`insert into scenarios (id, slug, status) values (${person}, 'x', 'published')`;
      await each`insert into scenario_versions (id, scenario_id, number, content, content_hash) values (${person}, ${person}, 1, '{}', 'x')`;
      await each`create temp table made as select gen_random_uuid() as id, gen_random_uuid() as turn, (g % 1000) + 1 as who from generate_series(1, 100000) g`;
      await each`insert into conversation_sessions (id, owner_id, scenario_version_id, difficulty, coach_mode, coach_timing, head_turn_id, prompt_hash, partner_model, coach_model)
        select id, ('00000000-0000-7000-8000-' || lpad(who::text, 12, '0'))::uuid, ${person}, 'real', 'off', 'after', turn, 'x', 'x', 'x' from made`;
      await each`insert into turns (conversation_id, id, ordinal, state, coach_mode) select id, turn, 0, '{}', 'off' from made`;
      await each`insert into messages (conversation_id, turn_id, role, text) select id, turn, 'partner', 'Hello.' from made`;
      await each`insert into runs (id, conversation_id, subject, subject_id, lane, attempt, status, payer_id, reserved, max_tokens, model, instance, lease_until, settled_at, charged)
        select gen_random_uuid(), id, 'turn', turn, 'partner', 1, 'complete', ('00000000-0000-7000-8000-' || lpad(who::text, 12, '0'))::uuid, 1, 1, 'x', 'x', now(), now(), 1 from made`;
    });
    await owner`analyze`;
    await owner.end();
  }, 60_000);

  test.each([
    [
      "a person's list",
      sql`select id from conversation_sessions where owner_id = ${person} and ended_at is null order by last_turn_at desc limit 50`,
    ],
    ["a conversation's turns", sql`select id from turns where conversation_id = ${person}`],
    ["its messages", sql`select text from messages where conversation_id = ${person}`],
    ["its runs", sql`select status from runs where conversation_id = ${person} and subject = 'turn'`],
    [
      "what a payer's last turns cost",
      sql`select charged from runs where payer_id = ${person} and subject = 'turn'`,
    ],
    ["orphans", sql`select id from runs where status = 'running' and lease_until < clock_timestamp()`],
    ["who it is", sql`select role from users where id = ${person}`],
  ])("%s is found by an index", async (_, query) => {
    const plan = JSON.stringify(await db.execute(sql`explain (format json) ${query}`));
    expect(plan).not.toContain("Seq Scan");
  });
});

async function failure(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => "it succeeded",
    (error: unknown) => error,
  );
}

/** Every connection of the pool under test, from outside. */
async function cutAll(): Promise<void> {
  const owner = postgres(url, { max: 1 });
  await owner`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'conversation-coach' and datname = current_database()`;
  await owner.end();
}
