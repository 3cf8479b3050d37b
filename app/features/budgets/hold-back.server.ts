import { type SQL, sql } from "drizzle-orm";
import { hasAccess } from "#app/features/accounts/access.server.ts";
import type { Database } from "#db/client.server.ts";
import { dailySpending } from "#db/schema/budgets.ts";
import { debriefSliceSql } from "./debrief-slice.ts";

/** Which part of a budget: what is there for turns, or all of it, with the slice that is kept back for debriefs. */
type Part = "turns" | "all";

type Asked = { payerId: string; amount: number; from?: Part };

/** A day of the ceiling: UTC, on the database's clock. */
export const today = sql`(clock_timestamp() at time zone 'utc')::date`;

/**
 * The part of a statement that holds back `amount` weighted tokens of somebody's budget, and of the day's ceiling where
 * that is on: common table expressions of which `payer` has a row exactly when both carry it and `when` is true. Guards
 * and changes are one: any number of turns at once can never hold back more than is there, and whoever is shut out at the
 * same moment either has none of it or has it stopped. A guest's first turn uses the seat that was held for it. The day's
 * row is locked before the payer's, here as in `settle`.
 */
export function holdingBack({ payerId, amount, when, from = "turns" }: Asked & { when: SQL }): SQL {
  return sql`
    ceiling as (
      select tokens, ${today} as day from daily_ceiling
      where is_on and not exists (select from users where id = ${payerId} and role = 'ADMIN')
    ), opened as (
      select used + reserved as spent from daily_spending where day = (select day from ceiling) for update
    ), payer as (
      update users set reserved_tokens = reserved_tokens + ${amount},
        seat = case seat when 'held' then 'used' else seat end, seat_held_until = null
      where id = ${payerId} and seat is distinct from 'lapsed'
        and ${hasAccess} and used_tokens + reserved_tokens + ${amount} <= quota_tokens - ${keptBack(from)}
        and ${when}
        and (not exists (select from ceiling) or (select spent from opened) + ${amount} <= (select tokens from ceiling))
      returning id
    ), counted as (
      update daily_spending set reserved = reserved + ${amount}
      where day = (select day from ceiling) and exists (select from payer)
    )`;
}

/**
 * In its place where nothing is asked of any budget: `payer` has a row whenever there is such a person and `when` is true,
 * whatever is left to them. It is still the guest's turn, so a seat that was held is used.
 */
export function holdingNothing({ payerId, when }: { payerId: string; when: SQL }): SQL {
  return sql`
    ceiling as (select 0 as tokens, null::date as day where false), opened as (select 0 as spent where false),
    payer as (
      update users set seat = case seat when 'held' then 'used' else seat end, seat_held_until = null
      where id = ${payerId} and ${when} returning id
    )`;
}

/** Columns of the same statement that tell what came of it. */
export function heldColumns(payerId: string, from: Part = "turns"): SQL {
  return sql`
    exists (select from payer) as paid,
    (select day::text from ceiling) as day,
    case when exists (select from payer) then null else
      (select quota_tokens - ${keptBack(from)} - used_tokens - reserved_tokens from users where id = ${payerId})
    end as free,
    case when exists (select from payer) then null else
      (select tokens - spent from ceiling, opened)::float8
    end as "dayFree",
    case when exists (select from payer) then true else
      (select seat is distinct from 'lapsed' and ${hasAccess} from users where id = ${payerId})
    end as seated`;
}

export type HeldRow = {
  paid: boolean;
  /** The day (UTC) whose ceiling was counted on; null while it is off, or for whom it does not hold. */
  day: string | null;
  free: number | null;
  dayFree: number | null;
  /** They may come in, and a guest has their place in the invitation; null: there is no such person. */
  seated: boolean | null;
};

export type Held =
  | { outcome: "held"; day: string | null }
  /** So many weighted tokens are left for turns (perhaps less than none). */
  | { outcome: "short"; free: number }
  /** A guest whose place lapsed, or somebody whose access is over (`regainSeat` knows which). */
  | { outcome: "no-seat" }
  /** The day's ceiling does not carry it. */
  | { outcome: "site-limit" }
  /** Others were faster, or the day had no row yet: what was read is not what was found. Ask again. */
  | { outcome: "crossed" };

/** Reads the columns of `heldColumns`; the first turn of a day makes the day's row. */
export async function readHeld(db: Database, row: HeldRow, amount: number): Promise<Held> {
  if (row.paid) return { outcome: "held", day: row.day };
  if (row.seated === false) return { outcome: "no-seat" };
  if (row.free === null) return { outcome: "short", free: 0 };
  if (row.free < amount) return { outcome: "short", free: row.free };
  if (row.day !== null && row.dayFree === null) {
    await db.insert(dailySpending).values({ day: row.day }).onConflictDoNothing();
    return { outcome: "crossed" };
  }
  return row.dayFree !== null && row.dayFree < amount ? { outcome: "site-limit" } : { outcome: "crossed" };
}

/** So often something else may have happened meanwhile. */
const looks = 4;

/** Holds back `amount` weighted tokens by itself, inside a transaction that has more to write, or changes nothing. */
export async function holdBack(
  transaction: Database,
  { payerId, amount, from = "turns" }: Asked,
): Promise<Exclude<Held, { outcome: "crossed" | "no-seat" }>> {
  for (let left = looks; left > 0; left--) {
    const [row] = await transaction.execute<HeldRow>(
      sql`with ${holdingBack({ payerId, amount, from, when: sql`true` })} select ${heldColumns(payerId, from)}`,
    );
    const held = row ? await readHeld(transaction, row, amount) : null;
    if (held?.outcome === "no-seat") break;
    if (held && held.outcome !== "crossed") return held;
  }
  return { outcome: "short", free: 0 };
}

function keptBack(from: Part): SQL {
  return from === "turns" ? debriefSliceSql() : sql`0`;
}
