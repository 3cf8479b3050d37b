import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { chaos } from "./chaos.ts";
import { brokenPromises, told } from "./report.ts";

// `npm run chaos`: what it does and how to read it stands in docs/chaos.md.
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seconds: { type: "string", default: "1200" },
    zombies: { type: "string", default: "3" },
    instances: { type: "string", default: "3" },
    learners: { type: "string", default: "12" },
  },
});
if (!existsSync("build/server/index.js")) {
  console.error("There is no build yet: npm run build");
  process.exit(1);
}

const dataDir = mkdtempSync(join(tmpdir(), "coach-chaos-"));
const database = await startEmbeddedPostgres({ dataDir, durable: true });
let broken: string[];
try {
  await migrateDatabase(database.url);
  const verdict = await chaos(database.url, {
    kills: Number(values.kills),
    seconds: Number(values.seconds),
    zombies: Number(values.zombies),
    instances: Number(values.instances),
    learners: Number(values.learners),
  });
  console.log(told(verdict));
  broken = brokenPromises(verdict);
} finally {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

for (const line of broken) console.log(line);
process.exit(broken.length === 0 ? 0 : 1);
