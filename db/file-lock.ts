import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 25;
// Nobody holds it that long: the work is a database's creation, about a second.
const STALE_AFTER_MS = 90_000;

const heldHere = new Set<string>();

/** Runs `work` while no other process (and no other call here) holds `file`. A dead holder's lock is taken over. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await sleep(POLL_MS);
  heldHere.add(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
    heldHere.delete(file);
  }
}

function take(file: string): boolean {
  if (heldHere.has(file)) return false;
  try {
    writeFileSync(file, `${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (isStale(file)) moveAway(file);
  return false;
}

function isStale(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_AFTER_MS) return true;
    const holder = Number(readFileSync(file, "utf8"));
    // Empty: its maker is between creating and writing. Our own number: a container's earlier life.
    if (!holder) return false;
    return holder === process.pid || !isAlive(holder);
  } catch {
    return false;
  }
}

/** Of several that see the dead holder, a slow one may catch the next holder's lock instead, and puts it back. */
function moveAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isStale(aside)) linkSync(aside, file);
  } catch {
    // Another process was first.
  }
  rmSync(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
