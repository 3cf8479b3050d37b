import { cpus } from "node:os";
import type { Contender } from "./contender.ts";
import type { Capacity } from "./measure-capacity.ts";
import type { FirstDelta } from "./measure-first-delta.ts";
import type { PageFigures } from "./measure-page.ts";
import type { RelayFigures } from "./measure-relay.ts";
import type { Statements } from "./measure-statements.ts";
import { median } from "./statistics.ts";
import { figure, table } from "./table.ts";

export type Results = {
  contenders: Contender[];
  app: Contender;
  /** No relay: the bench's own limits. */
  nothing: Contender;
  relay: Map<Contender, RelayFigures>;
  firstDelta: Map<Contender, FirstDelta>;
  capacity: Map<Contender, Capacity>;
  statements: Statements | null;
  page: PageFigures | null;
  /** By name. */
  memory: Map<string, number>;
  openPairs: number;
};

/** Before the first figure. */
export function nothingYet() {
  return {
    relay: new Map<Contender, RelayFigures>(),
    firstDelta: new Map<Contender, FirstDelta>(),
    capacity: new Map<Contender, Capacity>(),
    statements: null,
    page: null,
    memory: new Map<string, number>(),
  };
}

/** All that was measured so far, beside what we want to hold. */
export function report(results: Results): string {
  return [comparison(results), goals(results), noise(results)].join("\n\n");
}

const head = [
  "",
  "CPU/delta µs",
  "× bare",
  "delta p50 ms",
  "p99 ms",
  "CPU/turn ms",
  "p99 with turns",
  "pairs/core",
  "first delta p50 ms",
  "p99 ms",
  "KB/open pair",
  "statements/turn",
];

function comparison(results: Results): string {
  const { contenders, app, relay, firstDelta, capacity, memory, statements } = results;
  const rows = contenders.map((contender) => {
    const first = added(results, contender);
    return [
      contender.name,
      figure(cpuOf(relay, contender)),
      figure(timesBare(results, contender), 2),
      figure(relay.get(contender)?.p50Ms, 2),
      figure(relay.get(contender)?.p99Ms, 1),
      figure(median(relay.get(contender)?.cpuMsPerTurn ?? []), 1),
      figure(relay.get(contender)?.turnsP99Ms, 1),
      figure(capacity.get(contender)?.pairs),
      contender.pid === null ? `(${figure(firstDelta.get(contender)?.p50Ms, 1)})` : figure(first.p50Ms, 1),
      contender.pid === null ? `(${figure(firstDelta.get(contender)?.p99Ms, 1)})` : figure(first.p99Ms, 1),
      figure(memory.get(contender.name)),
      contender === app ? `${figure(statements?.perTurn)} + ${figure(statements?.perSecond, 1)}/s` : "–",
    ];
  });
  return `${table(head, rows)}\n
CPU and latency: 15 pairs of streams, 60 deltas/s in each, that neither begin nor end meanwhile; pairs/core: the most such
pairs with a p99 of 50 ms. CPU/turn: what a turn costs however little is said, its two requests, its database work and its
two calls; p99 with turns: 15 pairs in turns of 3 s, one after the other. First delta: added to what the stand-in takes (in
brackets), from the learner's post on, at 2 pairs. Statements: a turn's, and more for each second anybody speaks, as
PostgreSQL logs them. Only Conversation Coach has a database, which runs beside the load and not on the server's core.`;
}

function goals(results: Results): string {
  const { app, relay, capacity, page, memory, openPairs } = results;
  const first = added(results, app);
  const p99Ms = relay.get(app)?.p99Ms;
  const kb = memory.get(app.name);
  const rows = [
    goal("CPU per delta streamed, × bare relay", "≤", 1.5, timesBare(results, app), 2),
    goal("p99 of a delta at 15 pairs, ms", "≤", 10, p99Ms, 1),
    goal("pairs on one core with p99 ≤ 50 ms", "≥", 100, capacity.get(app)?.pairs),
    goal("added to the first delta, p50 ms", "≤", 10, first.p50Ms, 1),
    goal("added to the first delta, p99 ms", "≤", 25, first.p99Ms, 1),
    goal("longest task of the room while both lanes stream, ms", "≤", 50, page?.longestTaskMs),
    goal("… of which it computed, ms", "≤", 50, page?.longestTaskCpuMs),
    goal("layout shift of the room meanwhile", "≤", 0.02, page?.layoutShift, 3),
    goal(`KB for each of ${openPairs} open pairs`, "≤", 350, kb),
  ];
  return table(["goal", "", "measured", ""], rows);
}

function goal(what: string, sign: "≤" | "≥", limit: number, value = Number.NaN, decimals = 0): string[] {
  const met = sign === "≤" ? value <= limit : value >= limit;
  return [what, `${sign} ${limit}`, figure(value, decimals), met ? "met" : "MISSED"];
}

/** How far figures of the very same thing lie apart here, and who else was at work. */
function noise({ contenders, nothing, relay, capacity }: Results): string {
  const lines = contenders.map((contender) => {
    const cpu = relay.get(contender)?.streamingUsPerDelta ?? [];
    const spread = `${figure(Math.min(...cpu))}–${figure(Math.max(...cpu))} µs in ${cpu.length} runs`;
    const others = `others took ${figure((relay.get(contender)?.othersShare ?? 0) * 100)} % of its core`;
    const steps = capacity.get(contender)?.tried.map(({ pairs, p99Ms }) => `${pairs}: ${figure(p99Ms, 1)}`);
    const name = contender.name.padEnd(34);
    return `${name} ${contender === nothing ? "" : `${spread}; `}${others}; p99 ms by pairs ${steps?.join(", ")}`;
  });
  return `Noise, on ${cpus().length} × ${cpus()[0]?.model} (a figure within the spread of its runs says nothing):\n${lines.join("\n")}`;
}

function timesBare({ contenders, relay }: Results, contender: Contender): number {
  return cpuOf(relay, contender) / cpuOf(relay, bareOf(contenders));
}

function bareOf(contenders: Contender[]): Contender | undefined {
  return contenders.find(({ name }) => name.startsWith("bare"));
}

function cpuOf(relay: Results["relay"], contender: Contender | undefined): number {
  return median((contender && relay.get(contender)?.streamingUsPerDelta) ?? []);
}

function added({ firstDelta, nothing }: Results, contender: Contender): FirstDelta {
  const own = firstDelta.get(nothing)?.p50Ms ?? Number.NaN;
  const whole = firstDelta.get(contender) ?? { p50Ms: Number.NaN, p99Ms: Number.NaN };
  return { p50Ms: whole.p50Ms - own, p99Ms: whole.p99Ms - own };
}
