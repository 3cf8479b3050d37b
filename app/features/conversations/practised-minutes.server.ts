import { sql, type SQL } from "drizzle-orm";

/** Who says nothing for longer has left; that time is not counted as practice. */
const longestPauseMinutes = 10;

/**
 * Whole minutes that were practised, for a query over `conversation_sessions`: from each turn to the next, and from the
 * last one to the end. Names are written out, because a query of one table would leave the table's name away.
 */
export function practisedMinutes(): SQL<number> {
  return sql<number>`(
    select coalesce(round(sum(extract(epoch from gap)) / 60), 0)::int from (
      select at - lag(at) over (order by at) as gap from (
        select turns.created_at as at from turns where turns.conversation_id = conversation_sessions.id
        union all select conversation_sessions.ended_at where conversation_sessions.ended_at is not null
      ) moments
    ) gaps where gap <= make_interval(mins => ${longestPauseMinutes}))`;
}
