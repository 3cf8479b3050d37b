import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("the migrations make exactly the tables the schema says: there is nothing to generate", async () => {
  // Relative: drizzle-kit takes no other.
  await mkdir(".cache", { recursive: true });
  const out = await mkdtemp(".cache/migrations-");
  try {
    await cp("db/migrations", out, { recursive: true });
    const before = await readdir(out);
    await promisify(execFile)(process.execPath, [
      "node_modules/.bin/drizzle-kit",
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema/!(*.test).ts",
      `--out=./${out}`,
    ]);
    expect(await readdir(out)).toEqual(before);
  } finally {
    await rm(out, { recursive: true });
  }
}, 30_000);
