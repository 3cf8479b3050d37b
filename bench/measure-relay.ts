import type { Contender } from "./contender.ts";
import { drive, type Figures } from "./load.ts";
import { type Script, streams } from "./script.ts";
import { median, percentile } from "./statistics.ts";

/** A long reply: three seconds at the pace of a quick model. */
export const reply: Script = { deltas: 180, perSecond: 60 };

const pairs = 15;

/** Hardly more than a beginning and an end. */
const shortReply: Script = { deltas: 6, perSecond: 60 };
const shortPairs = 6;
const shortMs = { warmMs: 700, windowMs: 2_500 };

export type RelayFigures = {
  /** A delta of streams that neither begin nor end meanwhile, one figure a run, in µs. */
  streamingUsPerDelta: number[];
  /** A turn as short as one can be, in ms: what a turn costs however much is said. */
  cpuMsPerTurn: number[];
  /** Of streams. */
  p50Ms: number;
  p99Ms: number;
  /** With turns of `reply`, one after the other. */
  turnsP99Ms: number;
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
  // A process that has just been started is still translating its code; whose code is more would look worse than it is.
  for (const contender of contenders) await drive(contender, streams(pairs, windowMs));
  for (let round = 0; round < rounds; round++)
    for (const contender of [...contenders, ...contenders.toReversed()])
      runs.get(contender)?.push({
        streams: await drive(contender, streams(pairs, windowMs)),
        turns: await drive(contender, { pairs, script: reply, warmMs: 3_000, windowMs }),
        short: await drive(contender, { pairs: shortPairs, script: shortReply, ...shortMs }),
      });
  return new Map([...runs].map(([contender, all]) => [contender, figuresOf(all)]));
}

type Run = { streams: Figures; turns: Figures; short: Figures };

function figuresOf(runs: Run[]): RelayFigures {
  const p = (kind: "streams" | "turns", share: number) =>
    median(runs.map((run) => percentile(run[kind].latenciesMs, share)));
  return {
    streamingUsPerDelta: runs.map((run) => run.streams.cpuUsPerDelta),
    cpuMsPerTurn: runs.map(({ short }) => (short.cpuUsPerDelta * shortReply.deltas * 2) / 1_000),
    p50Ms: p("streams", 0.5),
    p99Ms: p("streams", 0.99),
    turnsP99Ms: p("turns", 0.99),
    othersShare: median(runs.map((run) => run.streams.othersShare)),
  };
}
