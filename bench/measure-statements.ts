import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Contender, hangUpIdle } from "./contender.ts";
import type { Script } from "./script.ts";
import { median } from "./statistics.ts";

/** Long enough that all of a turn's writes are through. */
const settleMs = 1_500;
const turns = 3;

export type Statements = {
  /** Of a turn whose replies come at once: what every turn costs, BEGIN and COMMIT counted. */
  perTurn: number;
  /** In addition, for each second that both lanes speak. */
  perSecond: number;
};

/**
 * Database statements of a turn, as PostgreSQL itself logs them (`log_statement = all` for this long). The median of
 * a few turns: now and then the app's look for orphans falls among them.
 */
export async function measureStatements(
  contender: Contender,
  { databaseUrl, log }: { databaseUrl: string; log: string },
): Promise<Statements> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await contender.prepare(1);
    await sql`alter system set log_statement = 'all'`;
    await sql`select pg_reload_conf()`;
    await sleep(settleMs);

    const short = await counted(contender, log, { deltas: 2, perSecond: 60 });
    const long = await counted(contender, log, { deltas: 122, perSecond: 60 });
    return { perTurn: short, perSecond: (long - short) / 2 };
  } finally {
    await sql`alter system reset log_statement`;
    await sql`select pg_reload_conf()`;
    await sql.end();
  }
}

async function counted(contender: Contender, log: string, script: Script): Promise<number> {
  const counts: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const from = statSync(log).size;
    hangUpIdle();
    await contender.turn(0, script, () => {});
    await sleep(settleMs);
    const said = readFileSync(log).subarray(from).toString("latin1");
    counts.push(said.match(/ LOG: {2}(statement|execute [^:]*): /g)?.length ?? 0);
  }
  return median(counts);
}
