import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "./embedded.ts";

/** Gives the tests a folder for a database server, which the first `freshDatabase()` starts and the end stops. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "coach-tests-"));
  project.provide("testDatabaseFolder", folder);
  return async function teardown() {
    if (existsSync(join(folder, "postgres"))) {
      const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
      await server.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
