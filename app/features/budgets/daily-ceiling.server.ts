import { eq, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { dailyCeiling, dailySpending } from "#db/schema/budgets.ts";
import { today } from "./hold-back.server.ts";

/** Weighted tokens a day; `on` false: nothing is counted or refused. */
export type Ceiling = { on: boolean; tokens: number };

/** What the page offers before anybody has set one: a hundred short conversations. */
const usualCeilingTokens = 2_500_000;

/** How is the ceiling set, and what does today count against it? Amounts in weighted tokens. */
export async function ceilingNow(db: Database): Promise<Ceiling & { used: number; reserved: number }> {
  const [set] = await db
    .select({ on: dailyCeiling.on, tokens: dailyCeiling.tokens })
    .from(dailyCeiling)
    .where(eq(dailyCeiling.id, 1));
  const [spent] = await db
    .select({ used: dailySpending.used, reserved: dailySpending.reserved })
    .from(dailySpending)
    .where(eq(dailySpending.day, today));
  return { on: false, tokens: usualCeilingTokens, ...set, used: 0, reserved: 0, ...spent };
}

/**
 * Sets what everybody together may spend a day. Switched on in the middle of a day it starts from what the log says of
 * today and what runs now; only a turn that is written in this very moment may be missed. Administrators are not held by
 * it and not counted.
 */
export async function setDailyCeiling(
  db: Database,
  { actorId, on, tokens }: Ceiling & { actorId: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction
      .insert(dailyCeiling)
      .values({ on, tokens })
      .onConflictDoUpdate({ target: dailyCeiling.id, set: { on, tokens } });
    if (on) await countToday(transaction);
    await audit(transaction, {
      actorId,
      deed: on ? "daily ceiling on" : "daily ceiling off",
      subject: { kind: "site", id: null },
      facts: { tokens },
    });
  });
}

async function countToday(transaction: Database): Promise<void> {
  // First what runs: whatever of it settles from now on waits for this transaction and finds its day.
  const [running] = await transaction.execute<{ reserved: number }>(sql`
    with marked as (
      update runs set ceiling_day = ${today}
      where status = 'running' and not exists (select from users where id = payer_id and role = 'ADMIN')
      returning reserved
    )
    select coalesce(sum(reserved), 0)::float8 as reserved from marked`);
  // Then, with a fresh look, what has settled.
  await transaction.execute(sql`
    insert into daily_spending (day, reserved, used)
    select ${today}, ${running?.reserved ?? 0}, coalesce(sum(overage - amount), 0) from usage_log
    where kind = 'use' and created_at >= ${today}::timestamp at time zone 'utc'
      and not exists (select from users where id = payer_id and role = 'ADMIN')
    on conflict (day) do update set reserved = excluded.reserved, used = excluded.used`);
}
