import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded.ts";

let dataDir: string;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "coach embedded ")), "data");
});

afterEach(async () => {
  // Joining and leaving stops whatever a failed test left running.
  const left = await startEmbeddedPostgres({ dataDir, durable: false }).catch(() => undefined);
  await left?.stop();
  rmSync(join(dataDir, ".."), { recursive: true, force: true });
});

test("rows survive a stop and a start, in a path with a space", async () => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  await withSql(first.url, (sql) => sql`create table note as select 'Straße' as text`);
  await first.stop();
  await expect(withSql(first.url, (sql) => sql`select 1`)).rejects.toThrow("ECONNREFUSED");

  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  const rows = await withSql(second.url, (sql) => sql`select text, current_database() as name from note`);
  expect([...rows]).toEqual([{ text: "Straße", name: "coach" }]);
  await second.stop();
});

test("DB16 a server whose app was killed is found again, not started twice", async () => {
  const orphanPid = await startAndKillApp();
  expect(isAlive(orphanPid)).toBe(true);

  const adopted = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(postmasterPid()).toBe(orphanPid);
  await adopted.stop();
  await expect(withSql(adopted.url, (sql) => sql`select 1`)).rejects.toThrow("ECONNREFUSED");
});

test("DB16 two apps that start at once on an empty folder share one server", async () => {
  const apps = await Promise.all([startApp(), startApp()]);
  expect(apps[0].url).toBe(apps[1].url);
  await withSql(apps[0].url, (sql) => sql`select 1`);
  for (const app of apps) await app.kill();
});

test("DB17 kill -9 of the app and of its database while it writes costs no row that was acknowledged", async () => {
  for (let round = 1; round <= 2; round++) {
    const app = await startApp({ durable: true, andThen: writeForEver });
    await app.untilItSays(50 * round);
    process.kill(postmasterPid(), "SIGKILL");
    const acknowledged = await app.kill();

    const again = await startEmbeddedPostgres({ dataDir, durable: true });
    const rows = await withSql(again.url, (sql) => sql`select max(n) as last, count(*)::int from written`);
    await again.stop();
    expect(acknowledged).toBeGreaterThanOrEqual(50 * round);
    expect(rows[0]?.["last"]).toBeGreaterThanOrEqual(acknowledged);
    expect(rows[0]?.["count"]).toBe(rows[0]?.["last"]);
  }
}, 60_000);

test("DB16 the last one out turns off the light", async () => {
  const ada = await startEmbeddedPostgres({ dataDir, durable: false });
  const ben = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(ben.url).toBe(ada.url);
  await ada.stop();
  await withSql(ben.url, (sql) => sql`select 1`);
  await ben.stop();
  await expect(withSql(ben.url, (sql) => sql`select 1`)).rejects.toThrow("ECONNREFUSED");
});

test("a pid file left by a crash, its number now another program's, does not stop the start", async () => {
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  const pidFile = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8");
  await first.stop();
  writeFileSync(join(dataDir, "postgres/postmaster.pid"), pidFile.replace(/^\d+/, `${process.pid}`));

  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(postmasterPid()).not.toBe(process.pid);
  await second.stop();
});

test("a database of another major version is refused with the mend", async () => {
  await (await startEmbeddedPostgres({ dataDir, durable: false })).stop();
  writeFileSync(join(dataDir, "postgres/PG_VERSION"), "16\n");
  const starting = startEmbeddedPostgres({ dataDir, durable: false });
  await expect(starting).rejects.toThrow(
    /made by PostgreSQL 16, this one is 17.*set DATA_DIR to a new folder/,
  );
});

async function withSql<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

async function startAndKillApp(): Promise<number> {
  const app = await startApp();
  await app.kill();
  return postmasterPid();
}

/** Goes on where it was, and says each row's number once it is committed. */
const writeForEver = `
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql\`create table if not exists written (n int primary key)\`;
  for (;;) {
    const [row] = await sql\`insert into written select coalesce(max(n), 0) + 1 from written returning n\`;
    console.log(row.n);
  }
`;

/** A process of its own that says the server's address once it is there. */
async function startApp({ durable = false, andThen = "" } = {}) {
  const script = `
    import postgres from "postgres";
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: ${durable} });
    console.log(server.url);
    setInterval(() => {}, 1_000);
    ${andThen}
  `;
  const app = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const closed = once(app, "close");
  const lines: string[] = [];
  createInterface({ input: app.stdout }).on("line", (line) => lines.push(line));
  while (lines.length === 0) await sleep(5);
  const numbers = () => lines.slice(1).map(Number);
  return {
    url: lines[0] ?? "",
    async untilItSays(number: number) {
      while (!numbers().includes(number)) await sleep(5);
    },
    /** Ends it as `kill -9` does, and gives back the highest number it has said. */
    async kill(): Promise<number> {
      app.kill("SIGKILL");
      await closed;
      return Math.max(0, ...numbers());
    },
  };
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
