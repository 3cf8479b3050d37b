import { type Contender, hangUpIdle } from "./contender.ts";
import { median, percentile } from "./statistics.ts";

const pairs = 2;

/** Short enough to have many turns, long enough that one has ended streaming before the next begins. */
const script = { deltas: 6, perSecond: 60 };

/** Fewer turns in a row than a conversation is kept for. */
const turnsInARow = 6;

export type FirstDelta = { p50Ms: number; p99Ms: number };

/**
 * From the learner's post to the first word read, with two pairs talking: everything on the way, database included, since
 * the stand-in itself answers at once. In turn and in reverse, like all.
 */
export async function measureFirstDelta(
  contenders: Contender[],
  { rounds }: { rounds: number },
): Promise<Map<Contender, FirstDelta>> {
  const waits = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of [...contenders, ...contenders.toReversed()])
      waits.get(contender)?.push(...(await firstDeltas(contender)));
  return new Map(
    [...waits].map(([contender, ms]) => [contender, { p50Ms: median(ms), p99Ms: percentile(ms, 0.99) }]),
  );
}

async function firstDeltas(contender: Contender): Promise<number[]> {
  await contender.prepare(pairs);
  hangUpIdle();
  const waits: number[] = [];
  await Promise.all(
    Array.from({ length: pairs }, async (_, pair) => {
      for (let turn = 0; turn < turnsInARow; turn++) {
        const beganAt = performance.now();
        let first = true;
        await contender.turn(pair, script, () => {
          if (first) waits.push(performance.now() - beganAt);
          first = false;
        });
      }
    }),
  );
  return waits;
}
