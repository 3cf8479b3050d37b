import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import { eraseScenarios } from "./erase-scenario.server.ts";
import { eraseConversations } from "./erase.server.ts";
import { guestContentDays } from "./retention.ts";

/**
 * Deletes what guests have practised and described once nothing was begun, said, ended or described for 30 days, and the guest's own row once
 * their access is over too (until then it holds what is left of their budget) and a seat they never used has been given
 * back (`refundUnused`). One guest a transaction, passing over who is locked: any number of instances may do it at once,
 * and one that dies leaves the rest for the next. Only the database's clock counts. Whoever signed in with Google is no
 * guest any more. Returns how many guests; `enough` ends it early.
 */
export async function eraseUnusedGuests(db: Database, enough: () => boolean = () => false): Promise<number> {
  let erased = 0;
  while (!enough() && (await inTransaction(db, eraseOne))) erased++;
  return erased;
}

const isOver = sql`(expires_at <= clock_timestamp() and seat is distinct from 'held') is true`;

async function eraseOne(transaction: Database): Promise<boolean> {
  const [guest] = await transaction.execute<{ id: string; over: boolean }>(sql`
    select id, ${isOver} as over from users u
    where role = 'GUEST' and google_subject is null and moved_to is null
      and created_at < clock_timestamp() - make_interval(days => ${guestContentDays})
      and not exists (
        select from conversation_sessions where owner_id = u.id
          and greatest(last_turn_at, ended_at) >= clock_timestamp() - make_interval(days => ${guestContentDays}))
      and not exists (
        select from scenarios where owner_id = u.id
          and created_at >= clock_timestamp() - make_interval(days => ${guestContentDays}))
      and not exists (
        select from real_conversations where owner_id = u.id
          and changed_at >= clock_timestamp() - make_interval(days => ${guestContentDays}))
      and (${isOver} or exists (select from conversation_sessions where owner_id = u.id)
        or exists (select from scenarios where owner_id = u.id)
        or exists (select from real_conversations where owner_id = u.id))
    limit 1 for update skip locked`);
  if (!guest) return false;
  await eraseConversations(transaction, eq(conversationSessions.ownerId, guest.id));
  await eraseScenarios(transaction, eq(scenarios.ownerId, guest.id));
  await transaction.delete(realConversations).where(eq(realConversations.ownerId, guest.id));
  if (guest.over) await transaction.delete(users).where(eq(users.id, guest.id));
  return true;
}
