import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY_WITHIN_MS = 60_000;

/**
 * Starts the built server for a whole Playwright run: its own port, its own empty database, no pauses in the scripted
 * replies. The tests find the guest invitation it printed in `process.env.E2E_INVITATION`.
 */
export default async function startServer() {
  const dataDir = mkdtempSync(join(tmpdir(), "coach-e2e-"));
  const server = spawn(process.execPath, ["build/server/index.js"], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: process.env["E2E_PORT"] },
      ...{
        DATA_DIR: dataDir,
        DATABASE_URL: "",
        APP_ORIGIN: "",
        ANTHROPIC_API_KEY: "",
        SCRIPTED_PACE_MS: "0",
      },
    },
    // The channel ends with this process, and the server with the channel.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  const hear = (text: string) => (said += text);
  server.stdout?.setEncoding("utf8").on("data", hear);
  server.stderr?.setEncoding("utf8").on("data", hear);
  const exited = new Promise<void>((done) => server.once("exit", () => done()));

  process.env["E2E_INVITATION"] = await invitationIn(
    () => said,
    () => server.exitCode !== null,
  );

  return async function stopServer() {
    server.kill("SIGTERM");
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function invitationIn(said: () => string, isGone: () => boolean): Promise<string> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const invitation = /^Guest invitation (\S+)/m.exec(said())?.[1];
    if (invitation) return invitation;
    if (isGone() || Date.now() > deadline) throw new Error(`The server did not start:\n${said()}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
