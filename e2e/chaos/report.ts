import { quantile } from "./recoveries.ts";
import type { Verdict } from "./verdict.ts";

/** From the end of a process to the visible end of the turns it hit. */
const p95WithinMs = 30_000;
const worstWithinMs = 60_000;
/** Of fewer turns the 95th percentile is only their worst. */
const turnsForP95 = 100;
const examplesShown = 5;

/** What was promised and did not hold; empty when all is well. */
export function brokenPromises(verdict: Verdict): string[] {
  const { lost, doubled, overspent, leaked, stuck, recoveries, oddities } = verdict;
  const recoveriesMs = recoveries.map(({ ms }) => ms);
  const p95 = quantile(recoveriesMs, 0.95);
  const worst = Math.max(0, ...recoveriesMs);
  return [
    ...some("lost", lost),
    ...some("doubled", doubled),
    ...(overspent > 0 ? [`overspent at ${overspent} looks`] : []),
    ...some("leaked", leaked),
    ...some("stuck", stuck),
    ...some("not asked for", oddities),
    ...(recoveries.length >= turnsForP95 && p95 > p95WithinMs
      ? [`p95 to a visible end: ${seconds(p95)}`]
      : []),
    ...(worst > worstWithinMs ? [`worst time to a visible end: ${seconds(worst)}`] : []),
  ];
}

/** The figures, one a line. */
export function told(verdict: Verdict): string {
  const { kills, recoveries, answers } = verdict;
  const recoveriesMs = recoveries.map(({ ms }) => ms);
  const worst = recoveries.toSorted((a, b) => b.ms - a.ms)[0];
  const all = Object.values(kills).reduce((sum, count) => sum + count, 0);
  const rows: [string, string | number][] = [
    ["kills", `${all} (${named(kills)})`],
    ["turns", `${verdict.turns}, with ${verdict.calls} model calls`],
    ["lost", verdict.lost.length],
    ["doubled", verdict.doubled.length],
    ["overspent", verdict.overspent],
    ["leaked", verdict.leaked.length],
    ["stuck", verdict.stuck.length],
    [
      "to a visible end",
      `worst ${worst ? `${seconds(worst.ms)} after ${worst.kind}` : "none"}, p95 ${seconds(quantile(recoveriesMs, 0.95))}, median ${seconds(quantile(recoveriesMs, 0.5))}, of ${recoveriesMs.length} turns hit`,
    ],
    ["quiet after", seconds(verdict.quietTookMs)],
    ["along the way", named(answers) || "nothing"],
  ];
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}`).join("\n");
}

function some(what: string, cases: string[]): string[] {
  if (cases.length === 0) return [];
  return [`${what}: ${cases.length}`, ...cases.slice(0, examplesShown).map((example) => `  ${example}`)];
}

function named(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
