import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";

/** What a turn of a seeded scenario costs both lanes on average over ten turns, in weighted tokens. */
const typicalTurnTokens = 1_500;
/** So many typical turns are mixed with their own, so that a dear first turn or a stopped one does not make the number jump. */
const typicalTurnsInTheMix = 20;

/** About how many more turns does this person's budget hold? From what their turns have really cost. */
export async function turnsLeft(db: Database, personId: string): Promise<number> {
  const [budget] = await db
    .select({
      free: sql<number>`greatest(0, ${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens})::int`,
      used: users.usedTokens,
      turns: sql<number>`(select count(distinct (conversation_id, subject_id))::int from ${runs}
        where payer_id = ${personId} and subject = 'turn' and charged > 0)`,
    })
    .from(users)
    .where(eq(users.id, personId));
  if (!budget) return 0;
  const perTurn =
    (typicalTurnsInTheMix * typicalTurnTokens + budget.used) / (typicalTurnsInTheMix + budget.turns);
  return Math.floor(budget.free / perTurn);
}

/** About how many turns does a fresh budget of so many weighted tokens hold? */
export function typicalTurns(tokens: number): number {
  return Math.floor(tokens / typicalTurnTokens);
}

/** How many weighted tokens may this person still give away or spend? */
export async function budgetLeft(db: Database, personId: string): Promise<number> {
  const [budget] = await db
    .select({
      left: sql<number>`greatest(0, ${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens})::int`,
    })
    .from(users)
    .where(eq(users.id, personId));
  return budget?.left ?? 0;
}
