import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "./lock.mjs";

const NOBODYS_PID = 4_194_304; // One above the largest number Linux gives out.

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coach lock "));
  file = join(folder, "prepare.lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the lock of a start that was killed is taken over", async () => {
  writeFileSync(file, `${NOBODYS_PID}`);
  expect(await withLock(file, { onWait() {} }, async () => "prepared")).toBe("prepared");
  expect(readdirSync(folder)).toEqual([]);
});

test("a living start is waited for, and the wait is announced once", async () => {
  writeFileSync(file, `${process.ppid}`);
  let waits = 0;
  const prepared = withLock(
    file,
    {
      onWait() {
        waits += 1;
        rmSync(file); // The other start is done.
      },
    },
    async () => existsSync(file),
  );
  expect(await prepared).toBe(true);
  expect(waits).toBe(1);
});

test("a failure releases it", async () => {
  const failing = withLock(file, { onWait() {} }, async () => {
    throw new Error("no space left");
  });
  await expect(failing).rejects.toThrow("no space left");
  expect(existsSync(file)).toBe(false);
});
