import type { Contender } from "./contender.ts";
import { drive } from "./load.ts";
import { streams } from "./script.ts";
import { percentile } from "./statistics.ts";

/** Above this p99 words no longer come evenly. */
const limitMs = 50;

/** Numbers of pairs that are tried; the bench's own end is at the last. */
const steps = [15, 25, 40, 60, 80, 100, 125, 150, 200];

/** A server that has fallen behind never gets level again; no need to wait for the end of its window. */
const behindShare = 0.9;

export type Capacity = {
  /** The most pairs with a p99 within the limit; 0 when even the first step was too many. */
  pairs: number;
  /** p99 in ms of each step tried. */
  tried: { pairs: number; p99Ms: number }[];
};

/**
 * How many pairs one core carries, by halving the steps. One that fails is tried once more: a stall of the machine is not
 * the server's.
 */
export async function measureCapacity(
  contender: Contender,
  { windowMs }: { windowMs: number },
): Promise<Capacity> {
  const tried: Capacity["tried"] = [];
  let carried = -1;
  let tooMany = steps.length;
  while (tooMany - carried > 1) {
    const middle = Math.floor((carried + tooMany) / 2);
    const pairs = steps[middle] ?? 0;
    const fine =
      (await carries(contender, pairs, windowMs, tried)) ||
      (await carries(contender, pairs, windowMs, tried));
    if (fine) carried = middle;
    else tooMany = middle;
  }
  return { pairs: steps[carried] ?? 0, tried };
}

async function carries(contender: Contender, pairs: number, windowMs: number, tried: Capacity["tried"]) {
  const load = streams(pairs, windowMs);
  const { latenciesMs, deltasPerSecond } = await drive(contender, load);
  const p99Ms = percentile(latenciesMs, 0.99);
  tried.push({ pairs, p99Ms });
  return p99Ms <= limitMs && deltasPerSecond >= pairs * load.script.perSecond * 2 * behindShare;
}
