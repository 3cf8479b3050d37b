import { type ChildProcess, spawn } from "node:child_process";
import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#e2e/free-port.ts";
import { canPin, serverCore } from "./machine.ts";
import { messagesBody } from "./relays/messages-body.ts";
import { inWords, type Script } from "./script.ts";
import { readStamps } from "./stamps.ts";

/** Something that brings the two streams of a turn to a learner. */
export type Contender = {
  name: string;
  /** Null where nothing stands between the load and the stand-in. */
  pid: number | null;
  /** Makes so many pairs ready to speak. */
  prepare(pairs: number): Promise<void>;
  /** Runs one turn of one pair and resolves with the number of deltas that came. */
  turn(pair: number, script: Script, onDelta: (latencyMs: number) => void): Promise<number>;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Servers close idle connections after a while; none is used again that has been idle between two measurements. */
export function hangUpIdle(): void {
  agent.destroy();
}

/** No relay at all: both streams straight from the stand-in. What is added by everybody else is added to this. */
export function direct(upstreamUrl: string): Contender {
  return {
    name: "nothing (load and stand-in alone)",
    pid: null,
    prepare: async () => {},
    async turn(_pair, script, onDelta) {
      const body = JSON.stringify(messagesBody(inWords(script)));
      const lane = async () => readStamps(await ask(`${upstreamUrl}/v1/messages`, post(), body), onDelta);
      const [partner, coach] = await Promise.all([lane(), lane()]);
      return partner + coach;
    },
    stop: async () => {},
  };
}

/** One of `relays/`, as a process of its own. */
export async function startRelay(name: string, file: string, upstreamUrl: string): Promise<Contender> {
  const port = await freePort();
  const server = startPinned([`bench/relays/${file}`], {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    PORT: `${port}`,
    ANTHROPIC_BASE_URL: upstreamUrl,
    AI_SDK_LOG_WARNINGS: "false",
  });
  await until(server, () => answers(port));
  return {
    name,
    pid: server.pid ?? null,
    prepare: async () => {},
    turn: async (_pair, script, onDelta) =>
      readStamps(await ask(`http://127.0.0.1:${port}/`, post(), inWords(script)), onDelta),
    stop: (signal) => ended(server, signal),
  };
}

/** Starts a server on the core that is kept for it; it never outlives the bench. */
export function startPinned(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const command = [...(canPin ? ["taskset", "-c", `${serverCore}`] : []), process.execPath, ...args];
  const server = spawn(command[0] ?? "", command.slice(1), { env, stdio: ["ignore", "ignore", "inherit"] });
  const end = () => void server.kill("SIGKILL");
  process.once("exit", end);
  server.once("exit", () => process.off("exit", end));
  return server;
}

/** Waits for a server that has just been started. Throws when it ends instead. */
export async function until(server: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  while (!(await isReady())) {
    if (server.exitCode !== null) throw new Error(`the server ended at once: ${server.spawnargs.join(" ")}`);
    await sleep(50);
  }
}

export function ended(server: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  server.kill(signal);
  return exited;
}

/** Sends a request and resolves with a good answer's stream; everything else is thrown. */
export function ask(url: string, options: RequestOptions, body = ""): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = body === "" ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = request(url, { agent, ...options, headers: { ...options.headers, ...length } });
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      const status = response.statusCode ?? 0;
      if (status < 400) return resolve(response);
      response.resume();
      reject(new Error(`${options.method} ${url}: ${status}`));
    });
    outgoing.end(body);
  });
}

function post(): RequestOptions {
  return { method: "POST", headers: { "content-type": "application/json" } };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => resolve(false)).once("connect", () => socket.destroy());
  });
}
