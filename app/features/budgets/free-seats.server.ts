import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";

/**
 * Gives the seats that are held for these guests back to their invitations, inside the caller's transaction, which deletes
 * the guests next: nobody could let them lapse any more. A seat that was used stays taken. Invitations are locked before
 * their guests, so the caller has done that (`lockInvitations`).
 */
export async function freeHeldSeats(transaction: Database, whose: SQL): Promise<void> {
  await transaction.execute(sql`
    with freed as (
      update ${users} set seat = 'lapsed', seat_held_until = null where ${whose} and seat = 'held'
      returning invitation_id
    ), counted as (
      select invitation_id as id, count(*)::int as seats from freed group by invitation_id
    )
    update ${invitations} set seats_taken = seats_taken - counted.seats,
      usage = jsonb_build_object('seats', seats_taken - counted.seats)
    from counted where invitations.id = counted.id`);
}

/** Locks the invitations that `which` names, in one order. */
export async function lockInvitations(transaction: Database, which: SQL): Promise<void> {
  await transaction.execute(sql`select id from ${invitations} where ${which} order by id for update`);
}
