import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("a server whose app was killed is found again, not started twice", async () => {
  const orphanPid = await startAndKillApp();
  expect(isAlive(orphanPid)).toBe(true);

  const adopted = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(postmasterPid()).toBe(orphanPid);
  await adopted.stop();
  await expect(withSql(adopted.url, (sql) => sql`select 1`)).rejects.toThrow("ECONNREFUSED");
});

test("the last one out turns off the light", async () => {
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
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)};
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log("up");
  `;
  const app = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((up) => app.stdout.once("data", up));
  app.kill("SIGKILL");
  await new Promise((exited) => app.once("exit", exited));
  return postmasterPid();
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
