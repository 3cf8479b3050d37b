import { type SQL, sql } from "drizzle-orm";

/**
 * Weighted tokens that no turn may take, so that the last turn never eats the debrief: ten turns read back (about 2,400
 * tokens, mostly from the cache) and an answer of some 900, with room. A small budget keeps a tenth.
 */
const debriefTokens = 3_000;
const smallestPart = 10;

/** What of a budget of so many weighted tokens is kept back for the debrief. */
export function debriefSlice(quotaTokens: number): number {
  return Math.min(debriefTokens, Math.floor(quotaTokens / smallestPart));
}

/** The same in SQL, for a query over `users`. */
export function debriefSliceSql(): SQL<number> {
  return sql<number>`least(${debriefTokens}::int, quota_tokens / ${smallestPart}::int)`;
}
