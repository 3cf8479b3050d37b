import { eq, sql } from "drizzle-orm";
import { asked, type Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { debriefSlice, debriefSliceSql } from "./debrief-slice.ts";
import { turnsIn } from "./turns-left.ts";

/** Their own turns that count: the last ones say more about the next than those of another scenario. */
const lastTurns = 10;
/** From here on a learner is told that it draws to a close: a part of the budget. */
const lowFrom = 0.2;

export type BudgetLeft = {
  /** About how many more turns; 0 when the next one would be refused. */
  turns: number;
  /** At most a fifth is left. */
  low: boolean;
};

/** How much does this person's budget still hold? From what their last turns have really cost. */
export async function budgetLeft(db: Database, personId: string): Promise<BudgetLeft> {
  const [budget] = await budgetAndLastTurns(db).execute({ personId });
  if (!budget) return { turns: 0, low: true };
  const { free, quota, ...last } = budget;
  return {
    turns: turnsIn(free, last),
    low: free <= lowFrom * (quota - debriefSlice(quota)),
  };
}

/** The number alone, as it travels at the end of a turn. */
export async function turnsLeft(db: Database, personId: string): Promise<number> {
  return (await budgetLeft(db, personId)).turns;
}

/** The partner's first call falls in a conversation's first turn, the coach's in its second. */
const firstCalls = sql.raw("2");

const budgetAndLastTurns = asked((db) =>
  db
    .select({
      free: sql<number>`greatest(0, quota_tokens - ${debriefSliceSql()} - used_tokens - reserved_tokens)::int`,
      quota: users.quotaTokens,
      turns: sql<number>`coalesce(recent.turns, 0)::int`,
      later: sql<number>`coalesce(recent.later, 0)::int`,
      usual: sql<number>`coalesce(recent.usual, 0)::int`,
      partner: sql<number | null>`recent.partner::int`,
      coach: sql<number | null>`recent.coach::int`,
    })
    .from(users)
    .leftJoin(
      sql`lateral (
        select count(*) as turns, count(*) filter (where ordinal > ${firstCalls}) as later,
          percentile_cont(0.5) within group (order by cost) filter (where ordinal > ${firstCalls}) as usual,
          (array_agg(partner order by at desc) filter (where partner is not null))[1] as partner,
          (array_agg(coach order by at desc) filter (where coach is not null))[1] as coach
        from (
          select ordinal, sum(charged) as cost, max(latest.created_at) as at,
            sum(charged) filter (where lane = 'partner') as partner, sum(charged) filter (where lane = 'coach') as coach
          from (
            select conversation_id, subject_id, lane, charged, created_at from runs
            where payer_id = ${sql.placeholder("personId")} and subject = 'turn' and charged > 0
            order by created_at desc limit ${sql.raw(String(2 * lastTurns))}
          ) as latest
          left join turns on turns.conversation_id = latest.conversation_id and turns.id = subject_id
          group by latest.conversation_id, subject_id, ordinal order by at desc limit ${sql.raw(String(lastTurns))}
        ) as each_turn
      ) as recent`,
      sql`true`,
    )
    .where(sql`${users.id} = ${sql.placeholder("personId")}`)
    .prepare("budget_and_last_turns"),
);

/** How many weighted tokens may this person still give away or spend? */
export async function tokensLeft(db: Database, personId: string): Promise<number> {
  const [budget] = await db
    .select({
      left: sql<number>`greatest(0, ${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens})::int`,
    })
    .from(users)
    .where(eq(users.id, personId));
  return budget?.left ?? 0;
}
