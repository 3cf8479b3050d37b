import { eq, sql } from "drizzle-orm";
import { hasAccess } from "#app/features/accounts/access.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { seatHeldUntil, takeSeat } from "./take-seat.server.ts";

export type Regained =
  /** Held anew; the next turn uses it. */
  | "regained"
  /** The seat is theirs already, or they need none. */
  | "not-needed"
  /** Every seat of the invitation is somebody else's by now. */
  | "taken"
  /** Their access has ended with the invitation, or they were shut out. */
  | "over";

/**
 * Gives a guest who comes late their seat back if one is free. An invitation closed to newcomers counts as open here: who
 * came before keeps what they have.
 */
export async function regainSeat(db: Database, personId: string): Promise<Regained> {
  return inTransaction(db, async (transaction) => {
    // First the invitation, then its guests: everybody locks in this order.
    await transaction.execute(sql`
      select id from ${invitations} where id = (select invitation_id from ${users} where id = ${personId}) for update`);
    const [guest] = await transaction
      .select({
        seat: users.seat,
        invitationId: users.invitationId,
        over: sql<boolean>`not (${hasAccess})`,
      })
      .from(users)
      .where(eq(users.id, personId));
    if (!guest || guest.over) return "over";
    if (guest.seat !== "lapsed") return "not-needed";
    if (!(await takeSeat(transaction, sql`id = ${guest.invitationId}`))) return "taken";
    await transaction.update(users).set({ seat: "held", seatHeldUntil }).where(eq(users.id, personId));
    return "regained";
  });
}
