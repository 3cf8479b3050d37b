import { sql } from "drizzle-orm";
import type { Standing } from "./invitation.ts";

// Names in full: in a query of one table Drizzle would leave the table out, and `id` would be the guest's.

/** Seats nobody else can have: those held too long are free for the next who comes, though nobody has counted them so yet. */
export const seatsGone = sql<number>`(invitations.seats_taken - (
  select count(*)::int from users where users.invitation_id = invitations.id
    and users.seat = 'held' and users.seat_held_until <= clock_timestamp()))`;

/** Does it still take somebody, and if not, why? On the database's clock. */
export const standing = sql<Standing>`case
  when invitations.revoked_at is not null then 'revoked'
  when invitations.expires_at <= clock_timestamp() then 'expired'
  when invitations.closed_at is not null then 'closed'
  when invitations.seats_taken >= invitations.seats and ${seatsGone} >= invitations.seats then 'used-up'
  else 'open' end`;
