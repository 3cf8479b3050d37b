import { spawn } from "node:child_process";
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { DATABASE_USER, own, PGDATA, prepareDataFolder, type DataFolder } from "./embedded-folder.ts";
import { runningPostmaster, stopPostmaster, type Postmaster } from "./embedded-postmaster.ts";
import { withFileLock } from "./file-lock.ts";

const DATABASE = "coach";
const READY_WITHIN_MS = 60_000;
const READY_POLL_MS = 20;
const LOG_TAIL_CHARACTERS = 1_500;
// Marks the one connection each process holds while it uses the server, so that the last one out can tell.
const HOLDER = "conversation-coach holder";

export type EmbeddedPostgres = {
  /** Connection string of the database `coach`. The server listens on 127.0.0.1 only. */
  url: string;
  /**
   * Leaves the server. It is shut down unless another process still uses it. Close your own connections first:
   * a fast shutdown cuts them.
   */
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL 17 on loopback with its data in `<dataDir>/postgres`, or joins the one that already runs on
 * that folder (a second process, or one orphaned by a kill). The database `coach` exists when this returns.
 *
 * `durable: false` is for tests: nothing is forced to disk. Throws an Error that names the mend when the folder cannot
 * be used (another user's, another major version) or this platform has no embedded server.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  durable: boolean;
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const lock = join(dataDir, "postgres.lock");
  makeWritable(dataDir);
  const { folder, postmaster, holder } = await withFileLock(lock, () =>
    startOrJoin(dataDir, options.durable),
  );
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(folder, postmaster.port, DATABASE),
    stop: () => (stopping ??= withFileLock(lock, () => leave(folder, postmaster, holder))),
  };
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`The folder ${dataDir} cannot be written. Set DATA_DIR to a folder of your own.`, {
      cause: error,
    });
  }
}

async function startOrJoin(dataDir: string, durable: boolean) {
  const folder = prepareDataFolder(dataDir, durable);
  const postmaster = (await runningPostmaster(folder)) ?? (await startPostmaster(folder, durable));
  const holder = await holderOnceReady(folder, postmaster);
  await createDatabaseWhenMissing(holder);
  return { folder, postmaster, holder };
}

async function startPostmaster(folder: DataFolder, durable: boolean): Promise<Postmaster> {
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "32MB",
    max_wal_size: "256MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // An error's statement or detail would carry what a learner wrote into the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const log = openSync(folder.log, "w", 0o600);
  own(folder.log, folder.account);
  const child = spawn(
    embeddedBinaries(folder.account).postgres,
    [
      "-D",
      PGDATA(folder.path),
      "-p",
      `${port}`,
      ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    {
      ...folder.account,
      cwd: folder.path,
      env: folder.env,
      // Its own process group: Ctrl-C in the terminal is for the app, which then stops the server in order.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  const postmaster: Postmaster = { pid: child.pid ?? 0, port, exited: false };
  child.once("error", () => (postmaster.exited = true));
  child.once("exit", () => (postmaster.exited = true));
  child.unref();
  return postmaster;
}

async function holderOnceReady(folder: DataFolder, postmaster: Postmaster): Promise<postgres.Sql> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const holder = postgres(urlOf(folder, postmaster.port, "postgres"), {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      connection: { application_name: HOLDER },
      onnotice: () => {},
    });
    try {
      await holder`select 1`;
      return holder;
    } catch (error) {
      await holder.end({ timeout: 0 });
      if (postmaster.exited || Date.now() > deadline || isWrongPassword(error)) {
        throw new Error(`The embedded PostgreSQL in ${folder.path} did not start.\n${endOfLog(folder)}`, {
          cause: error,
        });
      }
    }
    await sleep(READY_POLL_MS);
  }
}

async function createDatabaseWhenMissing(sql: postgres.Sql): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
}

async function leave(folder: DataFolder, postmaster: Postmaster, holder: postgres.Sql): Promise<void> {
  const others = await holder`
    select 1 from pg_stat_activity where application_name = ${HOLDER} and pid <> pg_backend_pid() limit 1
  `.catch(() => []); // A server that is already gone has no other users.
  await holder.end({ timeout: 0 });
  if (others.length === 0) await stopPostmaster(folder, postmaster);
}

function urlOf(folder: DataFolder, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${folder.password}@127.0.0.1:${port}/${database}`;
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "28P01";
}

function endOfLog(folder: DataFolder): string {
  return readFileSync(folder.log, "utf8").slice(-LOG_TAIL_CHARACTERS).trim();
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
