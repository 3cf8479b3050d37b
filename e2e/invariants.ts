import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

/** What must hold after every test, whatever happened in it. Each query finds violations; none may. */
const invariants: Record<string, ReturnType<typeof sql>> = {
  "used equals the sum of settled usage": sql`
    select u.id from users u left join usage_log l on l.payer_id = u.id and l.kind = 'use'
    group by u.id having u.used_tokens <> -coalesce(sum(l.amount), 0)`,
  "what was granted equals the quota": sql`
    select u.id from users u left join usage_log l on l.payer_id = u.id and l.kind <> 'use'
    group by u.id having u.quota_tokens <> coalesce(sum(l.amount), 0)`,
  "overage equals the log's": sql`
    select u.id from users u left join usage_log l on l.payer_id = u.id
    group by u.id having u.overage_tokens <> coalesce(sum(l.overage), 0)`,
  "reserved equals the open runs'": sql`
    select u.id from users u left join runs r on r.payer_id = u.id and r.status = 'running'
    group by u.id having u.reserved_tokens <> coalesce(sum(r.reserved), 0)`,
  // An admin may take below what is used; that stops new turns, and is the one way to stand above one's quota.
  "nobody has spent or reserved more than their quota": sql`
    select id from users u where used_tokens + reserved_tokens > quota_tokens
      and not exists (select from usage_log l where l.payer_id = u.id and l.kind = 'adjust' and l.amount < 0)`,
  "a day's reserved equals its open runs'": sql`
    select d.day from daily_spending d left join runs r on r.ceiling_day = d.day and r.status = 'running'
    group by d.day having d.reserved <> coalesce(sum(r.reserved), 0)`,
  "every turn has its learner's message": sql`
    select t.id from turns t where t.ordinal > 0 and not exists (
      select from messages m where m.conversation_id = t.conversation_id and m.turn_id = t.id and m.role = 'user' and m.text <> '')`,
  "every turn has a run for each lane": sql`
    select t.id from turns t where t.ordinal > 0 and 2 <> (
      select count(distinct lane) from runs r where r.conversation_id = t.conversation_id and r.subject = 'turn' and r.subject_id = t.id)`,
  "every aside is answered, by a run or by words of ours, and never by both": sql`
    select a.id from asides a where (a.answer is null) <> exists (
      select from runs r where r.conversation_id = a.conversation_id and r.subject = 'aside' and r.subject_id = a.id)`,
  "at most one aside is answered at a time in a conversation": sql`
    select conversation_id from runs where subject = 'aside' and status = 'running' group by conversation_id having count(*) > 1`,
  "no run is past its lease": sql`
    select id from runs where status = 'running' and lease_until < clock_timestamp() - interval '30 seconds'`,
  "at most one message for each turn, lane and attempt": sql`
    select conversation_id from messages group by conversation_id, turn_id, role, attempt having count(*) > 1`,
  "an attempt follows only one that ended badly": sql`
    select r.id from runs r where r.attempt > 1 and not exists (
      select from runs b where b.conversation_id is not distinct from r.conversation_id and b.subject = r.subject and b.subject_id = r.subject_id
        and b.lane = r.lane and b.attempt = r.attempt - 1 and b.status in ('failed', 'partial', 'stopped', 'refused'))`,
  "at most one partner answers in a conversation": sql`
    select conversation_id from runs where lane = 'partner' and status = 'running' group by conversation_id having count(*) > 1`,
  "a settled run is charged and logged once": sql`
    select r.id from runs r where r.status not in ('running', 'silent') and 1 <> (
      select count(*) from usage_log l where l.run_id = r.id and l.kind = 'use' and l.amount = -r.charged)`,
  "no invitation has given more seats than it has": sql`select id from invitations where seats_taken > seats`,
  "every guest who holds or has used a seat is counted": sql`
    select i.id from invitations i join users u on u.invitation_id = i.id and u.seat in ('held', 'used')
    group by i.id having count(*) > i.seats_taken`,
  "who has taken a turn has used their seat": sql`
    select u.id from users u join runs r on r.payer_id = u.id where u.seat = 'held' or (u.seat = 'lapsed' and r.reserved > 0)`,
  "the branch in view has its end in the conversation, not in its turn": sql`
    select c.id from conversation_sessions c join turns t on t.conversation_id = c.id and t.id = c.head_turn_id
    where t.ended_at is not null`,
  "a conversation's head is a turn of its own": sql`
    select c.id from conversation_sessions c where not exists (
      select from turns t where t.conversation_id = c.id and t.id = c.head_turn_id)`,
};

/** The names of the invariants that do not hold, with how often. Empty when all is well. */
export async function brokenInvariants(db: Database): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, query] of Object.entries(invariants)) {
    const violations = await db.execute(query);
    if (violations.length > 0) broken.push(`${name}: ${violations.length}`);
  }
  return broken;
}
