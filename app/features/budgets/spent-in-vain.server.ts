import { and, eq, gt, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";

/** What did this person's runs cost the operator in the last 24 hours, beyond what they paid? In weighted tokens. */
export async function spentInVain(db: Database, payerId: string): Promise<number> {
  const [row] = await db
    .select({ overage: sql<number>`coalesce(sum(${usageLog.overage}), 0)::int` })
    .from(usageLog)
    .where(
      and(
        eq(usageLog.payerId, payerId),
        gt(usageLog.createdAt, sql`clock_timestamp() - interval '24 hours'`),
      ),
    );
  return row?.overage ?? 0;
}
