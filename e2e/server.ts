import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { startFakeGoogle } from "./fakes/google.ts";
import { freePort } from "./free-port.ts";
import { startRoundRobin } from "./round-robin.ts";

const READY_WITHIN_MS = 60_000;

/**
 * How fast the scripted partner and coach speak, in milliseconds a word: for whole conversations, for watching a reply
 * come, and for a page that is asked for again and again while it comes.
 */
const PACE_MS = { quick: 2, unhurried: 120, slow: 500 };

/**
 * Starts the built app for a whole Playwright run: for each pace two instances behind a round-robin proxy, all on one
 * empty database of their own. A page's post, stream and reload thus meet different processes. The tests find them by `E2E_QUICK`, `E2E_UNHURRIED`, `E2E_SLOW` (origins), `E2E_DATABASE_URL` and
 * `E2E_GOOGLE`.
 */
export default async function startServers() {
  const dataDir = mkdtempSync(join(tmpdir(), "coach-e2e-"));
  // Started here, because nothing of a test needs to survive a power cut; the servers join it, and so the last of
  // them shuts it down even when this process is killed.
  const database = await startEmbeddedPostgres({ dataDir, durable: false });
  const google = await startFakeGoogle();
  const site = { dataDir, google: google.origin };
  // The first makes the tables; the others find them.
  const port = await freePort();
  const first = await startServer(site, PACE_MS.quick, originAt(port));
  const [quick, unhurried, slow] = await Promise.all([
    startPair(site, PACE_MS.quick, { port, first }),
    startPair(site, PACE_MS.unhurried),
    startPair(site, PACE_MS.slow),
  ]);

  process.env["E2E_DATABASE_URL"] = database.url;
  process.env["E2E_GOOGLE"] = google.origin;
  process.env["E2E_QUICK"] = quick.origin;
  process.env["E2E_UNHURRIED"] = unhurried.origin;
  process.env["E2E_SLOW"] = slow.origin;

  return async function stopServers() {
    await Promise.all([quick.stop(), unhurried.stop(), slow.stop(), google.stop()]);
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** What all servers of a run share. */
type Shared = { dataDir: string; google: string };

/** One of a pair, already there, and the port before both. */
type Begun = { port: number; first: Awaited<ReturnType<typeof startServer>> };

async function startPair(shared: Shared, paceMs: number, begun?: Begun) {
  const port = begun?.port ?? (await freePort());
  const origin = originAt(port);
  const [one, two] = await Promise.all([
    begun?.first ?? startServer(shared, paceMs, origin),
    startServer(shared, paceMs, origin),
  ]);
  const proxy = await startRoundRobin(port, [one.port, two.port]);
  return {
    origin,
    async stop() {
      proxy.close();
      proxy.closeAllConnections();
      await Promise.all([one.stop(), two.stop()]);
    },
  };
}

function originAt(port: number): string {
  return `http://localhost:${port}`;
}

async function startServer({ dataDir, google }: Shared, paceMs: number, origin: string) {
  const port = await freePort();
  const server = spawn(process.execPath, ["build/server/index.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: `${port}`,
      APP_ORIGIN: origin,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      SESSION_KEY: "",
      ANTHROPIC_API_KEY: "",
      GOOGLE_CLIENT_ID: "e2e",
      GOOGLE_CLIENT_SECRET: "e2e",
      GOOGLE_BASE_URL: google,
      ADMIN_EMAILS: "admin@coach.example",
      SCRIPTED_PACE_MS: `${paceMs}`,
      LOG_LEVEL: "error",
    },
    // The channel ends with this process, and the server with the channel.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  await untilWelcome(server);
  return {
    port,
    async stop() {
      server.kill("SIGTERM");
      await exited;
    },
  };
}

function untilWelcome(server: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let said = "";
    const fail = () => failed(new Error(`The server did not start:\n${said}`));
    const timer = setTimeout(fail, READY_WITHIN_MS);
    const hear = (text: string) => {
      said += text;
      if (!/^Owner sign-in .*\n/m.test(said)) return;
      clearTimeout(timer);
      ready();
    };
    server.stdout?.setEncoding("utf8").on("data", hear);
    server.stderr?.setEncoding("utf8").on("data", hear);
    server.once("exit", fail);
  });
}
