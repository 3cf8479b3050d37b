import type { TurnRecord } from "./client.ts";
import type { Death, DeathKind } from "./fleet.ts";
import type { StoredLane } from "./verdict.ts";

/** How a process ended, and milliseconds from then until a learner saw the end of a turn it was writing. */
export type Recovery = { kind: DeathKind; ms: number };

/**
 * One for each turn that the end of a process hit; infinite where a learner never saw an end. A turn is known to be hit by the process that its lanes were begun by.
 */
export function recoveriesOf(
  deaths: Death[],
  turns: TurnRecord[],
  lanes: Map<string, StoredLane[]>,
): Recovery[] {
  const byProcess = Map.groupBy(deaths, ({ pid }) => String(pid));
  return turns.flatMap((turn) => {
    const hits = (lanes.get(turn.turnId) ?? []).flatMap(({ instance, began, ended }) =>
      (byProcess.get(instance.split("-")[0] ?? "") ?? []).filter(
        ({ at }) => began <= at && (ended === null || ended > at),
      ),
    );
    return [...new Set(hits)].map(({ kind, at }) => ({
      kind,
      ms: (turn.endings.find((end) => end >= at) ?? Infinity) - at,
    }));
  });
}

/** The value that a share (0–1) of all values does not exceed; 0 of none. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
