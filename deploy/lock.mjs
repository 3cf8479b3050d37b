// Runs on Node 20, before anything is installed: node: modules only.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;
// Longer than the slowest install; a holder that is alive after that is another program with its number.
const STALE_AFTER_MS = 15 * 60_000;

/**
 * Runs `work` while no other process holds `file`. A dead holder's lock is taken over.
 * @template T
 * @param {string} file
 * @param {{ onWait: () => void }} options `onWait` is called once, when somebody else holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, { onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let tries = 0; !take(file); tries++) {
    if (tries === 1) onWait();
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (isStale(file)) moveAway(file);
  return false;
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_AFTER_MS) return true;
    const holder = Number(readFileSync(file, "utf8"));
    // Empty: its maker is between creating and writing.
    return holder !== 0 && (holder === process.pid || !isAlive(holder));
  } catch {
    return false;
  }
}

/** Of several that see the dead holder, a slow one may catch the next holder's lock instead, and puts it back. */
function moveAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isStale(aside)) linkSync(aside, file);
  } catch {
    // Another process was first.
  }
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
