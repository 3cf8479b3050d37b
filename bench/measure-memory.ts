import { setTimeout as sleep } from "node:timers/promises";
import { type Contender, hangUpIdle } from "./contender.ts";
import { drive } from "./load.ts";
import { residentKbOf } from "./machine.ts";

/** Slow, so that memory is what is open and not what is just passing. */
const slowly = { deltas: 90, perSecond: 1 };

const openAtOnce = 10;
const warmPairs = 20;
const settleMs = 5_000;

/**
 * Resident KB of one open pair of streams, with `pairs` of them open: what a warm process has more than it had with none.
 * The contender must have been started anew for this, and is of no use afterwards.
 */
export async function measureMemory(contender: Contender, { pairs }: { pairs: number }): Promise<number> {
  if (contender.pid === null) return Number.NaN;
  const short = { deltas: 20, perSecond: 60 };
  await drive(contender, { pairs: warmPairs, script: short, warmMs: 1_000, windowMs: 1_000 });
  await sleep(settleMs);
  const before = residentKbOf(contender.pid);
  hangUpIdle();

  for (let pair = 0; pair < pairs; pair += openAtOnce)
    await Promise.all(Array.from({ length: openAtOnce }, (_, index) => opened(contender, pair + index)));
  await sleep(settleMs);
  return (residentKbOf(contender.pid) - before) / pairs;
}

/** Resolves at the first word; the turn goes on until its server is ended. */
function opened(contender: Contender, pair: number): Promise<void> {
  return new Promise((resolve, reject) => {
    contender.turn(pair, slowly, () => resolve()).catch(reject);
  });
}
