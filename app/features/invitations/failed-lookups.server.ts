import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { failedLookups } from "#db/schema/invitations.ts";

/** So many links that lead nowhere may be opened a minute from one address; those that lead somewhere are not counted. */
export const missesAMinute = 20;
/** After so long without a further try the next one is answered. */
export const missesRestSeconds = 60;
/** From so many in five minutes on, from wherever, the operator should know. */
const alarmingMisses = 50;
const alarmEveryMs = 300_000;

export type Miss = {
  /** Too many from this address: the answer is 429. */
  limited: boolean;
  /** Many from everywhere together. */
  alarming: boolean;
};

/**
 * Counts a lookup of a link nobody made. A minute that has just begun still feels the one before it, by the share of it
 * that the last 60 seconds hold, so that there is no moment at which twice as many get through. The database's clock.
 */
export async function countMiss(db: Database, address: string): Promise<Miss> {
  const [counted] = await db.execute<{ recent: number; all: number }>(sql`
    with now as (select clock_timestamp() as at), mine as (
      insert into ${failedLookups} (address_hash, minute, failures)
      select ${hashOf(address)}, date_trunc('minute', at), 1 from now
      on conflict (address_hash, minute) do update set failures = failed_lookups.failures + 1
      returning address_hash, minute, failures
    )
    select mine.failures + coalesce((
        select least(failures, ${missesAMinute}) * (1 - extract(epoch from now.at - mine.minute) / 60)
        from ${failedLookups} where address_hash = mine.address_hash and minute = mine.minute - interval '1 minute'
      ), 0)::float8 as recent,
      (select coalesce(sum(failures), 0)::int + 1 from ${failedLookups}
        where minute > now.at - interval '5 minutes') as "all"
    from mine, now`);
  return {
    limited: (counted?.recent ?? 0) > missesAMinute,
    alarming: (counted?.all ?? 0) >= alarmingMisses,
  };
}

let lastAlarm = Number.NEGATIVE_INFINITY;

/** Tells the operator, once in five minutes. Neither who asked nor what for: an address is a person's, a link a way in. */
export function soundAlarm(log: (level: "warn", what: string, facts: Record<string, unknown>) => void): void {
  const now = performance.now();
  if (now - lastAlarm < alarmEveryMs) return;
  lastAlarm = now;
  log("warn", "many unknown invitations", { atLeast: alarmingMisses, withinMinutes: 5 });
}

/** Nothing older than an hour is kept. */
export async function forgetOldMisses(db: Database): Promise<void> {
  await db.execute(sql`delete from ${failedLookups} where minute < clock_timestamp() - interval '1 hour'`);
}

/** Whoever has an IPv6 address has all of its /64. */
function hashOf(address: string): string {
  const network = isIPv6(address) ? firstGroups(address) : address;
  return createHash("sha256").update(network).digest("hex");
}

function firstGroups(address: string): string {
  const [before = "", after] = address.split("%", 1)[0]?.split("::") ?? [];
  const left = before === "" ? [] : before.split(":");
  const right = after ? after.split(":") : [];
  const zeros = after === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
