import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { hasAccess } from "#app/features/accounts/access.server.ts";
import type { Role } from "#app/features/accounts/person.ts";
import { moveBudget } from "#app/features/budgets/move-budget.server.ts";
import { takeSeat } from "#app/features/budgets/take-seat.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { scenarios } from "#db/schema/scenarios.ts";

/**
 * Carries a guest's work over to an account, inside the caller's transaction: the conversations, the scenarios they have
 * described, what they noted of real conversations, and what is left of the
 * budget, which is added to the account's. The guest's sessions end. A turn that still answers stays on the guest's
 * budget; what it gives back follows when it settles. The seat counts as used, so that nobody can take a budget along and
 * leave the seat to the next; a seat that has lapsed is taken again if one is free, and carries nothing if not.
 * Who is no guest (any more) is left as they are, and carries nothing.
 */
export async function linkGuest(
  transaction: Database,
  { guestId, accountId }: { guestId: string; accountId: string },
): Promise<Carried> {
  if (guestId === accountId) return nothing;
  // A savepoint: where it crosses with a turn of the guest's, this part alone begins again.
  return inTransaction(transaction, (part) => carryOver(part, guestId, accountId));
}

/** What came over beside the conversations. A seat comes over once, whoever asks for it at the same moment. */
export type Carried = {
  /** With the budget. */
  seat: boolean;
  /** An administrator may have given a guest a higher one; it is for the caller to give on. */
  role: Role;
};

const nothing: Carried = { seat: false, role: "GUEST" };

async function carryOver(transaction: Database, guestId: string, accountId: string): Promise<Carried> {
  // Conversations, scenarios, then the invitation, then people: in this order everybody locks. A turn begun before has its budget
  // held back by now, and one begun later finds that the conversation is not the guest's.
  await transaction
    .select({ id: conversationSessions.id })
    .from(conversationSessions)
    .where(eq(conversationSessions.ownerId, guestId))
    .orderBy(conversationSessions.id)
    .for("update");
  await transaction
    .select({ id: scenarios.id })
    .from(scenarios)
    .where(eq(scenarios.ownerId, guestId))
    .orderBy(scenarios.id)
    .for("update");
  await transaction.execute(sql`
    select id from ${invitations} where id = (select invitation_id from ${users} where id = ${guestId}) for update`);
  const [guest] = await transaction
    .select({ seat: users.seat, role: users.role, invitationId: users.invitationId })
    .from(users)
    .where(
      and(
        eq(users.id, guestId),
        isNotNull(users.invitationId),
        isNull(users.googleSubject),
        isNull(users.movedTo),
        hasAccess,
      ),
    )
    .for("update");
  if (!guest) return nothing;

  const seated =
    guest.seat !== "lapsed" || (await takeSeat(transaction, sql`id = ${guest.invitationId}`)) !== null;
  await transaction
    .update(conversationSessions)
    .set({ ownerId: accountId })
    .where(eq(conversationSessions.ownerId, guestId));
  await transaction.update(scenarios).set({ ownerId: accountId }).where(eq(scenarios.ownerId, guestId));
  await transaction
    .update(realConversations)
    .set({ ownerId: accountId })
    .where(eq(realConversations.ownerId, guestId));
  if (seated) await moveBudget(transaction, { from: guestId, to: accountId, reason: "linked" });
  await transaction
    .update(users)
    .set({
      movedTo: accountId,
      role: "GUEST",
      sessionEpoch: sql`${users.sessionEpoch} + 1`,
      ...(seated && guest.seat !== null ? { seat: "used" as const, seatHeldUntil: null } : {}),
    })
    .where(eq(users.id, guestId));
  return { seat: seated, role: guest.role };
}
