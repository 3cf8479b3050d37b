import { setTimeout as sleep } from "node:timers/promises";
import { type Contender, hangUpIdle } from "./contender.ts";
import { busyMsOfServerCore, cpuMsOf } from "./machine.ts";
import type { Script } from "./script.ts";

export type Load = {
  pairs: number;
  script: Script;
  /** Over how long the pairs begin; half the warm-up where nothing is said. */
  spreadMs?: number;
  warmMs: number;
  windowMs: number;
};

export type Figures = {
  deltasPerSecond: number;
  /** Of the server, whatever it did: turns begun and ended, database work and streaming. NaN without a server. */
  cpuUsPerDelta: number;
  /** Every delta of the window: from its sending by the stand-in to its reading by the learner. */
  latenciesMs: number[];
  /** Share of the server's core that others took. */
  othersShare: number;
};

/**
 * Keeps so many pairs talking, each beginning its next turn when the last one has ended, and measures a window in the
 * middle. Throws when deltas are lost or doubled.
 */
export async function drive(
  contender: Contender,
  { pairs, script, warmMs, windowMs, spreadMs = warmMs / 2 }: Load,
): Promise<Figures> {
  await contender.prepare(pairs);
  hangUpIdle();
  const latenciesMs: number[] = [];
  let measuring = false;
  let over = false;

  async function keepTalking(pair: number): Promise<void> {
    // Spread over the warm-up: a crowd that begins each turn in the same moment would measure only that.
    await sleep((spreadMs * pair) / pairs);
    while (!over) {
      const heard = await contender.turn(pair, script, (latencyMs) => {
        if (measuring) latenciesMs.push(latencyMs);
      });
      // Stamps are no note, so the app takes the coach's back at its end, perhaps before its last were told.
      if (heard > script.deltas * 2 || heard < script.deltas)
        throw new Error(`${contender.name}: ${heard} deltas came`);
    }
  }

  const talking = Promise.all(Array.from({ length: pairs }, (_, pair) => keepTalking(pair)));
  await Promise.race([talking, sleep(warmMs)]);
  measuring = true;
  const before = account(contender);
  await Promise.race([talking, sleep(windowMs)]);
  const after = account(contender);
  measuring = false;
  over = true;
  await talking;

  const elapsedMs = after.atMs - before.atMs;
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    deltasPerSecond: (latenciesMs.length / elapsedMs) * 1_000,
    cpuUsPerDelta: (cpuMs * 1_000) / latenciesMs.length,
    latenciesMs,
    othersShare: Math.max(0, (after.busyMs - before.busyMs - (cpuMs || 0)) / elapsedMs),
  };
}

function account({ pid }: Contender) {
  return {
    atMs: performance.now(),
    cpuMs: pid === null ? Number.NaN : cpuMsOf(pid),
    busyMs: busyMsOfServerCore(),
  };
}
