import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";

/** Before anyone has taken a turn: what a turn of a seeded scenario costs both lanes, in weighted tokens. */
const typicalTurnTokens = 1_500;
/** Enough to even out a long and a short turn. */
const recentTurns = 5;

/** About how many more turns does this person's budget hold? From what their last turns really cost. */
export async function turnsLeft(db: Database, personId: string): Promise<number> {
  const [budget] = await db
    .select({
      free: sql<number>`greatest(0, ${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens})::int`,
    })
    .from(users)
    .where(eq(users.id, personId));
  if (!budget) return 0;
  const recent = await db
    .select({ cost: sql<number>`sum(${runs.charged})::int` })
    .from(runs)
    .where(and(eq(runs.payerId, personId), eq(runs.subject, "turn"), sql`${runs.settledAt} is not null`))
    .groupBy(runs.conversationId, runs.subjectId)
    .orderBy(desc(sql`max(${runs.createdAt})`))
    .limit(recentTurns);
  const costs = recent.map(({ cost }) => cost).filter((cost) => cost > 0);
  const perTurn =
    costs.length === 0 ? typicalTurnTokens : costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  return Math.floor(budget.free / perTurn);
}

/** About how many turns does a fresh budget of so many weighted tokens hold? */
export function typicalTurns(tokens: number): number {
  return Math.floor(tokens / typicalTurnTokens);
}
