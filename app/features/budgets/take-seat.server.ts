import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";

/** How long a seat is held for somebody who has not said anything yet. */
export const seatHeldMinutes = 15;

/** On the database's clock, which all instances share. */
export const seatHeldUntil = sql`clock_timestamp() + make_interval(mins => ${seatHeldMinutes})`;

export type Seat = {
  invitationId: string;
  quota: { tokens: number; preset: string | null };
  expiresAt: Date;
};

/**
 * Takes one seat of the invitation that `which` names, or answers null and changes nothing. One statement: it locks the
 * invitation, lets the seats lapse that were held too long, and counts one more. What is compared are the numbers of the
 * locked row and not those the statement began with: whoever waited for the lock sees what was taken and freed meanwhile,
 * and of the lapsed only those it has itself let lapse.
 */
export async function takeSeat(transaction: Database, which: SQL): Promise<Seat | null> {
  const [seat] = await transaction.execute<{ id: string; quota: Seat["quota"]; expires_at: string }>(sql`
    with open as (
      select id, seats, seats_taken from ${invitations}
      where ${which} and revoked_at is null and expires_at > clock_timestamp()
      for update
    ), lapsed as (
      update ${users} set seat = 'lapsed', seat_held_until = null
      where invitation_id = (select id from open) and seat = 'held' and seat_held_until <= clock_timestamp()
      returning 1
    ), counted as (
      select id, seats, seats_taken - (select count(*)::int from lapsed) as others from open
    )
    update ${invitations} set seats_taken = others + 1, usage = jsonb_build_object('seats', others + 1)
    from counted where invitations.id = counted.id and others < counted.seats
    returning invitations.id, quota, to_json(expires_at) #>> '{}' as expires_at`);
  return seat ? { invitationId: seat.id, quota: seat.quota, expiresAt: new Date(seat.expires_at) } : null;
}
