import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { FailPoint } from "#app/features/practice/fail-points.ts";
import { freePort } from "#e2e/free-port.ts";

export type DeathKind = "SIGKILL" | "SIGTERM" | "SIGSTOP" | FailPoint | "by itself";

export type Death = {
  kind: DeathKind;
  /** Milliseconds since the epoch, when the signal was sent or the process was found dead. */
  at: number;
  pid: number;
};

/** One place in the fleet: its port stays, its processes come and go. */
export type Slot = {
  port: number;
  child: ChildProcess | null;
  /** It has answered and has not been told to stop, to sleep or to die. */
  up: boolean;
  upSince: number;
  armed: FailPoint | null;
  asked: { kind: DeathKind; at: number } | null;
  /** Since when it sleeps, in milliseconds since the epoch. */
  asleepSince: number | null;
};

/** A clean stop must be over by then; Cloud Run kills at ten seconds. */
const stopWithinMs = 9_500;
/** How soon a load balancer notices that an instance does not answer. */
const healthCheckMs = 3_000;
const logTailCharacters = 4_000;

/** Several processes of the built server on one database. Whichever dies is started again at once, on its port. */
export class Fleet {
  readonly slots: Slot[] = [];
  readonly deaths: Death[] = [];
  /** What should not have happened, for a person to read: ends nobody asked for, stops that were not clean. */
  readonly oddities: string[] = [];
  /** The errors that were logged, by their words. */
  readonly logged: string[] = [];
  #environment: Record<string, string>;
  #nextFailPoint: () => FailPoint | null;
  #ending = false;

  constructor(environment: Record<string, string>, nextFailPoint: () => FailPoint | null) {
    this.#environment = environment;
    this.#nextFailPoint = nextFailPoint;
  }

  async start(instances: number): Promise<void> {
    for (let count = 0; count < instances; count++) {
      const slot: Slot = {
        port: await freePort(),
        child: null,
        up: false,
        upSince: 0,
        armed: null,
        asked: null,
        asleepSince: null,
      };
      this.slots.push(slot);
      await this.#spawn(slot, null);
      if (slot.up) continue;
      this.#ending = true;
      throw new Error(`a process could not start: ${this.oddities.join()}`);
    }
  }

  /** Any of them, dead or alive: a client cannot know. One that sleeps is soon left out, as by a load balancer. */
  anyOrigin(): string {
    const awake = this.slots.filter(
      ({ asleepSince }) => asleepSince === null || Date.now() - asleepSince < healthCheckMs,
    );
    const slot = awake[Math.floor(Math.random() * awake.length)];
    return `http://127.0.0.1:${slot?.port}`;
  }

  signal(slot: Slot, kind: "SIGKILL" | "SIGTERM"): void {
    slot.up = false;
    slot.asked = { kind, at: Date.now() };
    slot.child?.kill(kind);
  }

  /** Lets the process sleep for longer than its lease and wake up as if nothing had been. */
  async sleepFor(slot: Slot, ms: number): Promise<void> {
    const { child } = slot;
    Object.assign(slot, { up: false, asleepSince: Date.now() });
    this.deaths.push({ kind: "SIGSTOP", at: Date.now(), pid: child?.pid ?? 0 });
    child?.kill("SIGSTOP");
    await sleep(ms);
    child?.kill("SIGCONT");
    slot.asleepSince = null;
    if (slot.child === child) slot.up = true;
  }

  /** No more deaths: processes with a fail point are exchanged for ones without. */
  async calm(): Promise<void> {
    this.#nextFailPoint = () => null;
    for (const slot of this.slots) if (slot.armed && slot.child) this.signal(slot, "SIGKILL");
    while (this.slots.some((slot) => !slot.up)) await sleep(50);
  }

  /** Asks all to stop; they must do so in order. */
  async end(): Promise<void> {
    this.#ending = true;
    for (const slot of this.slots) this.signal(slot, "SIGTERM");
    while (this.slots.some(({ child }) => child !== null)) await sleep(20);
  }

  async #spawn(slot: Slot, failPoint: FailPoint | null): Promise<void> {
    const child = spawn(process.execPath, ["build/server/index.js"], {
      env: {
        PATH: process.env["PATH"],
        NODE_ENV: "production",
        LOG_LEVEL: "error",
        ...this.#environment,
        PORT: String(slot.port),
        ...(failPoint === null ? {} : { FAIL_AT: `${failPoint}:${failPointChance}` }),
      },
      // The channel ends with this process, and the server with the channel.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    Object.assign(slot, { child, armed: failPoint, asked: null });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-logTailCharacters);
        for (const [, words] of text.matchAll(/"msg":"([^"]+)"/g)) this.logged.push(`logged "${words}"`);
      });
    child.once("exit", (code) => this.#buried(slot, child, code, said));
    while (slot.child === child && !slot.up) {
      const answer = await fetch(`http://127.0.0.1:${slot.port}/ready`).catch(() => null);
      if (answer?.status === 200 && slot.child === child && slot.asked === null)
        Object.assign(slot, { up: true, upSince: Date.now() });
      else await sleep(30);
    }
  }

  #buried(slot: Slot, child: ChildProcess, code: number | null, said: string): void {
    // One that drains can still come to its fail point.
    const atItsPoint = child.signalCode === "SIGKILL" && slot.asked?.kind !== "SIGKILL" ? slot.armed : null;
    const kind = atItsPoint ?? slot.asked?.kind ?? "by itself";
    const at = slot.asked?.at ?? Date.now();
    Object.assign(slot, { child: null, up: false });
    if (!this.#ending) this.deaths.push({ kind, at, pid: child.pid ?? 0 });
    if (kind === "by itself") this.oddities.push(`ended by itself (${code ?? child.signalCode}): ${said}`);
    if (kind === "SIGTERM" && (code !== 0 || Date.now() - at > stopWithinMs))
      this.oddities.push(
        `stopped with ${code ?? child.signalCode} ${Date.now() - at} ms after SIGTERM: ${said}`,
      );
    if (!this.#ending) void this.#spawn(slot, this.#nextFailPoint());
  }
}

/** Low enough that some turns get past the point before the process dies at it. */
const failPointChance = 0.1;
