import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { embeddedBinaries, type Account } from "./embedded-binaries.ts";

const MAJOR_VERSION = "17";
const PASSWORD_BYTES = 24;
// "nobody" on Linux. PostgreSQL refuses to run as root.
const UNPRIVILEGED = { uid: 65534, gid: 65534 };
// Nothing of the caller's PG* variables may reach the server.
const SERVER_ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

export const DATABASE_USER = "coach";

/**
 * What to pass as the data directory to a server whose working directory is `path`. The link in /proc leads there
 * without walking the path, so the unprivileged server also works below a folder only root may enter (such as /root).
 */
export const PGDATA = (path: string) => (process.platform === "linux" ? "/proc/self/cwd" : path);

export type DataFolder = {
  path: string;
  log: string;
  password: string;
  /** The account the server runs as; empty: the same as ours. */
  account: Account;
  env: Record<string, string>;
};

/** The PostgreSQL data in `<dataDir>/postgres`, created when it is not there yet. Hold the folder's lock. */
export function prepareDataFolder(dataDir: string, durable: boolean): DataFolder {
  const path = join(dataDir, "postgres");
  const account = accountFor(dataDir, path);
  const passwordFile = join(dataDir, "postgres.password");
  if (!isInitialised(path)) {
    writePassword(passwordFile);
    initialise(dataDir, path, passwordFile, account, durable);
  }
  return {
    path,
    log: join(dataDir, "postgres.log"),
    password: readPassword(passwordFile, path),
    account,
    env: SERVER_ENVIRONMENT,
  };
}

function accountFor(dataDir: string, path: string): Account {
  const us = process.getuid?.();
  const owner = existsSync(path) ? ownerOf(path) : undefined;
  if (us === 0) {
    if (owner && owner.uid !== 0) return owner;
    // What root starts in a user's folder stays that user's, who can then start it too.
    const neighbour = ownerOf(dataDir);
    return neighbour.uid !== 0 && hasName(neighbour) ? neighbour : UNPRIVILEGED;
  }
  if (owner && owner.uid !== us) {
    throw new Error(
      `The database in ${path} belongs to another user (uid ${owner.uid}, this is uid ${us}). ` +
        `Start as that user, or set DATA_DIR to a folder of your own.`,
    );
  }
  return {};
}

/** initdb refuses an account that the system has no name for. */
function hasName(account: Account): boolean {
  return spawnSync("id", ["-nu", `${account.uid}`], { stdio: "ignore" }).status === 0;
}

function isInitialised(path: string): boolean {
  if (!existsSync(path)) return false;
  const versionFile = join(path, "PG_VERSION");
  if (!existsSync(versionFile)) {
    if (readdirSync(path).length === 0) return false;
    throw new Error(`${path} holds files that are no PostgreSQL database. Set DATA_DIR to another folder.`);
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version === MAJOR_VERSION) return true;
  throw new Error(
    `The database in ${path} was made by PostgreSQL ${version}, this one is ${MAJOR_VERSION}. ` +
      `Dump it with the old version, or set DATA_DIR to a new folder.`,
  );
}

function initialise(
  dataDir: string,
  path: string,
  passwordFile: string,
  account: Account,
  durable: boolean,
): void {
  // Made beside and renamed, so that a start that is killed half way leaves nothing that looks like a database.
  const draft = join(dataDir, "postgres.new");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  own(draft, account);
  own(passwordFile, account);
  const password = openSync(passwordFile, "r");
  try {
    const made = spawnSync(
      embeddedBinaries(account).initdb,
      [
        ...[
          "-D",
          PGDATA(draft),
          "-U",
          DATABASE_USER,
          "-E",
          "UTF8",
          "--auth=scram-sha-256",
          "--pwfile=/dev/fd/3",
        ],
        // PostgreSQL's own Unicode rules: the same on every machine, whatever locales it has.
        ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
        ...(durable ? [] : ["--no-sync"]),
      ],
      {
        ...account,
        cwd: draft,
        env: SERVER_ENVIRONMENT,
        stdio: ["ignore", "pipe", "pipe", password],
        encoding: "utf8",
      },
    );
    if (made.status !== 0) {
      throw new Error(
        `The database in ${path} could not be created. Mend what follows, or set DATABASE_URL to a PostgreSQL server.\n` +
          (made.error?.message ?? made.stderr),
      );
    }
  } finally {
    closeSync(password);
    if (account.uid !== undefined) own(passwordFile, ownerOf(dataDir));
  }
  if (existsSync(path)) rmdirSync(path);
  renameSync(draft, path);
}

function writePassword(file: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, randomBytes(PASSWORD_BYTES).toString("hex"), { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
}

function readPassword(file: string, path: string): string {
  if (!existsSync(file)) {
    throw new Error(
      `${file} is missing, and with it the way into ${path}. Put it back, or set DATA_DIR to a new folder.`,
    );
  }
  return readFileSync(file, "utf8").trim();
}

/** Gives a file to the account; ours need no giving. */
export function own(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}
