import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

/** One counter of one person that is not what the log and the running runs say. Weighted tokens. */
export type Drift = {
  personId: string;
  counter: "quota" | "used" | "overage" | "reserved";
  stands: number;
  /** Recomputed. */
  should: number;
};

/** Recomputes everybody's counters from the append-only log, and what is held back from the runs that run. Empty: to the token. */
export async function driftOf(db: Database): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with logged as (
      select payer_id,
        coalesce(sum(amount) filter (where kind <> 'use'), 0) as quota,
        -coalesce(sum(amount) filter (where kind = 'use'), 0) as used,
        sum(overage) as overage
      from usage_log group by payer_id
    ), running as (
      select payer_id, sum(reserved) as reserved from runs where status = 'running' group by payer_id
    ), compared as (
      select u.id, c.* from users u left join logged l on l.payer_id = u.id left join running r on r.payer_id = u.id,
        lateral (values
          ('quota', u.quota_tokens, coalesce(l.quota, 0)),
          ('used', u.used_tokens, coalesce(l.used, 0)),
          ('overage', u.overage_tokens, coalesce(l.overage, 0)),
          ('reserved', u.reserved_tokens, coalesce(r.reserved, 0))
        ) as c (counter, stands, should)
    )
    select id as "personId", counter, stands, should::float8 as should from compared
    where stands <> should order by id, counter`);
  return [...rows];
}
