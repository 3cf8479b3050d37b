import type { Contender } from "./contender.ts";
import { drive, type Figures } from "./load.ts";
import type { Script } from "./script.ts";
import { median, percentile } from "./statistics.ts";

/** A long reply: three seconds at the pace of a quick model. */
export const reply: Script = { deltas: 180, perSecond: 60 };

const pairs = 15;

/** Hardly more than a beginning and an end. */
const shortReply: Script = { deltas: 6, perSecond: 60 };
const shortPairs = 6;
const shortMs = { warmMs: 700, windowMs: 2_500 };

export type RelayFigures = {
  /** Whole turns of `reply`, one figure a run, in µs. */
  cpuUsPerDelta: number[];
  /** A turn as short as one can be, in ms: what a turn costs however much is said. */
  cpuMsPerTurn: number[];
  /** A delta alone, in µs: the rest of a turn of `reply` once its beginning and end are paid. */
  streamingUsPerDelta: number;
  p50Ms: number;
  p99Ms: number;
  othersShare: number;
};

/**
 * CPU per delta and latency at 15 pairs. All contenders in turn and then in reverse, so many rounds: what drifts on the
 * machine meets all of them alike. The median of the runs counts.
 */
export async function measureRelay(
  contenders: Contender[],
  { rounds, windowMs }: { rounds: number; windowMs: number },
): Promise<Map<Contender, RelayFigures>> {
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of [...contenders, ...contenders.toReversed()])
      runs.get(contender)?.push({
        long: await drive(contender, { pairs, script: reply, warmMs: 3_000, windowMs }),
        short: await drive(contender, { pairs: shortPairs, script: shortReply, ...shortMs }),
      });
  return new Map([...runs].map(([contender, all]) => [contender, figuresOf(all)]));
}

type Run = { long: Figures; short: Figures };

function figuresOf(runs: Run[]): RelayFigures {
  const cpuUsPerDelta = runs.map(({ long }) => long.cpuUsPerDelta);
  const cpuMsPerTurn = runs.map(({ short }) => (short.cpuUsPerDelta * shortReply.deltas * 2) / 1_000);
  const deltas = { long: reply.deltas * 2, short: shortReply.deltas * 2 };
  const beyondShort = median(cpuUsPerDelta) * deltas.long - median(cpuMsPerTurn) * 1_000;
  return {
    cpuUsPerDelta,
    cpuMsPerTurn,
    streamingUsPerDelta: beyondShort / (deltas.long - deltas.short),
    p50Ms: median(runs.map(({ long }) => percentile(long.latenciesMs, 0.5))),
    p99Ms: median(runs.map(({ long }) => percentile(long.latenciesMs, 0.99))),
    othersShare: median(runs.map(({ long }) => long.othersShare)),
  };
}
