import { type Contender } from "./contender.ts";
import { drive, type Figures } from "./load.ts";
import type { Script } from "./script.ts";
import { median, percentile } from "./statistics.ts";

/** A long reply: three seconds at the pace of a quick model. */
export const reply: Script = { deltas: 180, perSecond: 60 };

const pairs = 15;

export type RelayFigures = {
  cpuUsPerDelta: number[];
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
  const runs = new Map<Contender, Figures[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of [...contenders, ...contenders.toReversed()])
      runs.get(contender)?.push(await drive(contender, { pairs, script: reply, warmMs: 3_000, windowMs }));

  return new Map(
    [...runs].map(([contender, figures]) => [
      contender,
      {
        cpuUsPerDelta: figures.map(({ cpuUsPerDelta }) => cpuUsPerDelta),
        p50Ms: median(figures.map(({ latenciesMs }) => percentile(latenciesMs, 0.5))),
        p99Ms: median(figures.map(({ latenciesMs }) => percentile(latenciesMs, 0.99))),
        othersShare: median(figures.map(({ othersShare }) => othersShare)),
      },
    ]),
  );
}
