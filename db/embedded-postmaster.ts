import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./embedded-folder.ts";

const FAST_SHUTDOWN_MS = 20_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;
const POLL_MS = 20;

/** A PostgreSQL server process; `exited` is only ever true for one that this process started. */
export type Postmaster = { pid: number; port: number; exited: boolean };

/**
 * The server that already runs on this folder, if any. A pid file that outlived its server, or whose number now belongs
 * to another program (after a reboot, or in a copied folder), is removed: PostgreSQL itself would refuse to start.
 */
export async function runningPostmaster(folder: DataFolder): Promise<Postmaster | undefined> {
  const deadline = Date.now() + FAST_SHUTDOWN_MS;
  for (;;) {
    const file = readPidFile(folder);
    if (!file) return undefined;
    if (!runsOn(folder, file.pid)) {
      rmSync(pidFile(folder), { force: true });
      return undefined;
    }
    if (file.port && !file.stopping) return { pid: file.pid, port: file.port, exited: false };
    // It is on its way up or down, and the file says so within moments.
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL server (process ${file.pid}) hangs on ${folder.path}. End that process and start again.`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** Fast shutdown, then the immediate one; returns when the process is gone. */
export async function stopPostmaster(folder: DataFolder, postmaster: Postmaster): Promise<void> {
  if (!signal(postmaster, "SIGINT") || (await gone(folder, postmaster, FAST_SHUTDOWN_MS))) return;
  if (!signal(postmaster, "SIGQUIT") || (await gone(folder, postmaster, IMMEDIATE_SHUTDOWN_MS))) return;
  signal(postmaster, "SIGKILL");
}

function signal(postmaster: Postmaster, name: NodeJS.Signals): boolean {
  if (postmaster.exited) return false;
  try {
    return process.kill(postmaster.pid, name);
  } catch {
    return false;
  }
}

async function gone(folder: DataFolder, postmaster: Postmaster, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (postmaster.exited || !runsOn(folder, postmaster.pid)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
function readPidFile(folder: DataFolder): { pid: number; port: number; stopping: boolean } | undefined {
  try {
    const lines = readFileSync(pidFile(folder), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid < 2) return undefined;
    return { pid, port: Number(lines[3] ?? 0), stopping: lines[7]?.trim() === "stopping" };
  } catch {
    return undefined;
  }
}

function pidFile(folder: DataFolder): string {
  return join(folder.path, "postmaster.pid");
}

/** False also for a process that has ended and that nobody has reaped yet. */
function runsOn(folder: DataFolder, pid: number): boolean {
  if (!isAlive(pid)) return false;
  // Elsewhere than on Linux nothing tells; the password decides once we connect.
  if (process.platform !== "linux") return true;
  try {
    const theirs = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(folder.path);
    return theirs.ino === ours.ino && theirs.dev === ours.dev;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
