import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

const sampleEveryMs = 50;

/** Counts the looks at which somebody had spent or held back more than their quota. */
export function watchBudgets(
  db: Database,
  { everyMs = sampleEveryMs } = {},
): { readonly looks: number; end(): Promise<number> } {
  let over = 0;
  let looks = 0;
  let ended = false;
  async function look(): Promise<void> {
    while (!ended) {
      over += await countOf(db, sql`users where used_tokens + reserved_tokens > quota_tokens`).catch(() => 0);
      looks += 1;
      await sleep(everyMs);
    }
  }
  const looking = look();
  return {
    get looks() {
      return looks;
    },
    async end() {
      ended = true;
      await looking;
      return over;
    },
  };
}

/** How many rows there are of `what`: a table, perhaps with conditions. */
export async function countOf(db: Database, what: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int count from ${what}`);
  return row?.count ?? 0;
}
