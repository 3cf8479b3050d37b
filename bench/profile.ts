import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
};

const linesShown = 45;

/** The functions of a `--cpu-prof` file that took most time themselves, one line each, with their share of what was not idle. */
export function hottest(folder: string): string[] {
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (!file) throw new Error(`no profile in ${folder}`);
  const profile: Profile = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const nameOf = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"}  ${url.replace(/^.*\/(node_modules|build)\//, "$1/")}:${lineNumber + 1}`,
    ]),
  );
  const times = new Map<string, number>();
  let busy = 0;
  for (const [index, sample] of profile.samples.entries()) {
    const name = nameOf.get(sample) ?? "?";
    const time = profile.timeDeltas[index] ?? 0;
    if (/^\((idle|root)\)/.test(name)) continue;
    times.set(name, (times.get(name) ?? 0) + time);
    busy += time;
  }
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, linesShown)
    .map(([name, time]) => `${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`);
}
