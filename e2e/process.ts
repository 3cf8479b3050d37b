import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

export type ServerProcess = {
  origin: string;
  child: ChildProcess;
  /** All it has written to standard output and standard error. */
  output(): string;
  /** Resolves with the exit code, or with the signal that ended it. */
  exited: Promise<number | string | null>;
};

/** The built server as a process of its own, ready to answer: for what only a process can show (signals, kills, logs). */
export async function startProcess(
  environment: Record<string, string>,
  { ready = true } = {},
): Promise<ServerProcess> {
  const port = environment["PORT"] ?? String(await freePort());
  const child = spawn("node_modules/.bin/node", ["build/server/index.js"], {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      SCRIPTED_PACE_MS: "0",
      ...environment,
      PORT: port,
    },
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const exited = new Promise<number | string | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  const origin = `http://localhost:${port}`;
  const server = { origin, child, output: () => output, exited };
  while (ready) {
    const answer = await fetch(`${origin}/ready`).catch(() => null);
    if (answer?.status === 200) break;
    if (child.exitCode !== null) throw new Error(`the server ended at once: ${output}`);
    await sleep(50);
  }
  return server;
}
