import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { type Ceiling, ceilingNow } from "./daily-ceiling.server.ts";
import { type Drift, driftOf } from "./drift.server.ts";

/** The page tells of so many days, today among them. */
export const reportDays = 30;
/** The dearest ones; whoever wants everybody looks at their own pages. */
const peopleShown = 20;
/** A run that started is settled long before this, also when its writer died. */
const leakAfter = "5 minutes";

/** Weighted tokens; `overage` is what the operator paid beyond the budgets. */
export type Spent = { used: number; overage: number; calls: number };
export type SpentByPerson = Spent & {
  personId: string;
  /** Null: they have none, or are erased. */
  name: string | null;
  role: string | null;
};
export type SpentByModel = Spent & { model: string | null };

export type UsageReport = {
  today: Spent;
  days: Spent;
  byPerson: SpentByPerson[];
  byModel: SpentByModel[];
  ceiling: Ceiling & { used: number; reserved: number };
  /** Held back for runs whose writer is long gone: should be none. */
  leaks: { runId: string; payerId: string; reserved: number; since: string }[];
  /** How often the help card was shown in those days, in conversations that are still there. */
  helpCards: number;
  /** Messages of those days, in conversations that are still there, that the coach's model read too; and how many otherwise than the rules. */
  readings: { both: number; differing: number };
  /** Counters that the log does not bear out: should be none. */
  drift: Drift[];
};

/** What was spent today and in the last 30 days (UTC), by whom and on which model, and whether the books are in order. */
export async function usageReport(db: Database): Promise<UsageReport> {
  const since = sql`(date_trunc('day', clock_timestamp() at time zone 'utc') - make_interval(days => ${reportDays - 1})) at time zone 'utc'`;
  const todayFrom = sql`date_trunc('day', clock_timestamp() at time zone 'utc') at time zone 'utc'`;
  const uses = sql`l.kind = 'use' and l.created_at >= ${since}`;
  const [days] = await db.execute<Spent>(sql`select ${sums} from usage_log l where ${uses}`);
  const [today] = await db.execute<Spent>(sql`
    select ${sums} from usage_log l where ${uses} and l.created_at >= ${todayFrom}`);
  const byPerson = await db.execute<SpentByPerson>(sql`
    select s.*, u.name, u.role from (
      select l.payer_id as "personId", ${sums} from usage_log l where ${uses} group by l.payer_id
      order by sum(l.overage - l.amount) desc, l.payer_id limit ${peopleShown}
    ) s left join users u on u.id = s."personId" order by s.used + s.overage desc, s."personId"`);
  // A conversation that was deleted has taken its runs along.
  const byModel = await db.execute<SpentByModel>(sql`
    select r.model, ${sums} from usage_log l left join runs r on r.id = l.run_id where ${uses}
    group by r.model order by sum(l.overage - l.amount) desc`);
  const [shown] = await db.execute<{ times: number }>(sql`
    select ((select count(*) from runs where lane = 'partner' and status = 'silent' and created_at >= ${since})
      + (select count(*) from asides where kind <> 'hint' and answer is not null and created_at >= ${since}))::int as times`);
  const [readings] = await db.execute<UsageReport["readings"]>(sql`
    select count(*)::int as both, (count(*) filter (where coded->>'agrees' = 'false'))::int as differing
    from turns where coded->>'agrees' is not null and created_at >= ${since}`);
  return {
    today: today ?? nothing,
    days: days ?? nothing,
    byPerson: [...byPerson],
    byModel: [...byModel],
    ceiling: await ceilingNow(db),
    helpCards: shown?.times ?? 0,
    readings: readings ?? { both: 0, differing: 0 },
    leaks: await leaksOf(db),
    drift: await driftOf(db),
  };
}

const nothing: Spent = { used: 0, overage: 0, calls: 0 };

const sums = sql`coalesce(-sum(l.amount), 0)::float8 as used, coalesce(sum(l.overage), 0)::float8 as overage,
  count(*)::int as calls`;

async function leaksOf(db: Database): Promise<UsageReport["leaks"]> {
  const rows = await db.execute<UsageReport["leaks"][number]>(sql`
    select id as "runId", payer_id as "payerId", reserved, created_at::text as since from runs
    where status = 'running' and lease_until < clock_timestamp() - ${leakAfter}::interval
    order by created_at limit ${peopleShown}`);
  return [...rows];
}
