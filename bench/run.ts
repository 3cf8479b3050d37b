import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { type AppServer, startApp } from "./app-server.ts";
import { type Contender, direct, startRelay } from "./contender.ts";
import { drive } from "./load.ts";
import { canPin, pinLoad } from "./machine.ts";
import { measureCapacity } from "./measure-capacity.ts";
import { measureFirstDelta } from "./measure-first-delta.ts";
import { measureMemory } from "./measure-memory.ts";
import { measurePage } from "./measure-page.ts";
import { measureRelay, reply } from "./measure-relay.ts";
import { measureStatements } from "./measure-statements.ts";
import { hottest } from "./profile.ts";
import { nothingYet, report, type Results } from "./report.ts";
import { startUpstream } from "./upstream.ts";

const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, profile: { type: "boolean", default: false } },
});

/** What is measured how often, and for how long: `--quick` takes eighteen minutes. */
const effort = options.quick
  ? { rounds: 1, windowMs: 3_000, firstDeltaRounds: 8, openPairs: 100 }
  : { rounds: 2, windowMs: 4_000, firstDeltaRounds: 20, openPairs: 500 };

if (!existsSync("build/server/index.js")) throw new Error("There is no build yet: npm run build");
const folder = mkdtempSync(join(tmpdir(), "coach-bench-"));
pinLoad();
const upstream = await startUpstream();
const database = await startEmbeddedPostgres({ dataDir: folder, durable: true });
const app = await startApp(database.url, upstream.url);
// Whoever has seen enough gets what has been measured so far.
let soFar: Results | null = null;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    if (soFar) console.log(report(soFar));
    void leave(1);
  });
try {
  await (options.profile ? profile(app) : compare(app));
  await leave(0);
} catch (error) {
  console.error(error);
  await leave(1);
}

async function leave(code: number): Promise<void> {
  await app.stop("SIGKILL");
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

async function compare(app: AppServer): Promise<void> {
  if (!canPin) console.log("No second core to pin to: these figures say little about other machines.");
  installRelays();
  const startRelays = () =>
    Promise.all([
      startRelay("bare node:http relay", "http.ts", upstream.url),
      startRelay("plain SDK relay", "sdk.ts", upstream.url),
      startRelay("AI SDK relay", "ai-sdk.ts", upstream.url),
    ]);
  let relays = await startRelays();
  const nothing = direct(upstream.url);
  const contenders: Contender[] = [nothing, app, ...relays];

  const results: Results = { contenders, app, nothing, openPairs: effort.openPairs, ...nothingYet() };
  soFar = results;
  say("CPU and latency at 15 pairs");
  results.relay = await measureRelay(contenders, effort);
  say("first delta at 2 pairs");
  results.firstDelta = await measureFirstDelta(contenders, { rounds: effort.firstDeltaRounds });
  for (const contender of contenders) {
    say(`pairs on one core: ${contender.name}`);
    results.capacity.set(contender, await measureCapacity(contender, effort));
  }
  say("database statements");
  const log = join(folder, "postgres.log");
  results.statements = await measureStatements(app, { databaseUrl: database.url, log });
  say("the room in a browser");
  results.page = await measurePage(app);

  // A process that has lived through all this holds memory that is nobody's pair.
  await app.prepare(effort.openPairs);
  await Promise.all([app.restart(), ...relays.map((one) => one.stop())]);
  relays = await startRelays();
  for (const contender of [...relays, app]) {
    say(`memory: ${contender.name}`);
    results.memory.set(contender.name, await measureMemory(contender, { pairs: effort.openPairs }));
    // The relays' turns would go on beside the next one's.
    if (contender !== app) await contender.stop("SIGKILL");
  }
  console.log(report(results));
}

/** Where the app's time goes under the load of the first figure. */
async function profile(app: AppServer): Promise<void> {
  await app.prepare(15);
  const profiles = join(folder, "profiles");
  await app.restart(["--cpu-prof", `--cpu-prof-dir=${profiles}`]);
  await drive(app, { pairs: 15, script: reply, warmMs: 2_000, windowMs: 15_000 });
  await app.restart();
  console.log(hottest(profiles).join("\n"));
}

/** The app does not carry what it is compared with. */
function installRelays(): void {
  if (existsSync("bench/relays/node_modules/.package-lock.json")) return;
  execFileSync("npm", ["ci", "--prefix", "bench/relays", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
  });
}

function say(what: string): void {
  console.log(`… ${what}`);
}
