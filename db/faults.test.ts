import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("DB05 JSON and dates go in and out the same way over the connections opened then", async () => {
  const roundTrip = () =>
    db.execute(sql`select jsonb_typeof(${JSON.stringify([{ n: 1 }])}::jsonb) as kind, now() as at`);
  const [before] = await roundTrip();
  proxy.swallow();
  await failure(db.execute(sql`select 1`));
  proxy.open();
  const [after] = await roundTrip();
  expect(before).toEqual({ kind: "array", at: expect.any(String) });
  expect(after).toEqual({ kind: "array", at: expect.any(String) });
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
      await new Promise((resolve) => setTimeout(resolve, 50));
      await transaction.execute(sql`update tally set n = 200 where id = 2`);
    }),
  );
  expect(isDatabaseAway(failed)).toBe(true);
  expect(await db.execute(sql`select n from tally where n >= 100`)).toEqual([]);
});

test("DB06 whoever waited for a connection that was cut under a transaction gets their own answer or none, and soon", async () => {
  const { db: narrow, close: closeNarrow } = openDatabase(url, { connections: 1 });
  const asked: Promise<unknown>[] = [];
  for (let round = 0; round < 8; round++) {
    const failed = await failure(
      narrow.transaction(async (transaction) => {
        await transaction.execute(sql`update tally set n = n + 1 where id = 1`);
        for (let n = 0; n < 5; n++) {
          const told = narrow.execute(sql`select ${n}::int as n`);
          asked.push(
            told.then(
              (rows) => expect(rows).toEqual([{ n }]),
              (error: unknown) => isDatabaseAway(error) || Promise.reject(error),
            ),
          );
        }
        await cutAll();
        // The driver opens the connection again at once, for who comes next: at some moment of that.
        const until = performance.now() + round;
        while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
        await transaction.execute(sql`update tally set n = 300 where id = 2`);
      }),
    );
    expect(isDatabaseAway(failed)).toBe(true);
    await Promise.all(asked.splice(0));
    expect(await narrow.execute(sql`select n from tally where n >= 100`)).toEqual([]);
  }
  await closeNarrow();
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

test("DB11 no statement may take longer than 5 s, no transaction wait longer than 10", async () => {
  expect(await db.execute(sql`show statement_timeout`)).toEqual([{ statement_timeout: "5s" }]);
  expect(await db.execute(sql`show idle_in_transaction_session_timeout`)).toEqual([
    { idle_in_transaction_session_timeout: "10s" },
  ]);
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

test("DB10 a server that has become read-only means: later", async () => {
  const failed = await failure(
    db.transaction(async (transaction) => {
      await transaction.execute(sql`set transaction read only`);
      await transaction.execute(sql`update tally set n = 999 where id = 1`);
    }),
  );
  expect(isDatabaseAway(failed)).toBe(true);
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
