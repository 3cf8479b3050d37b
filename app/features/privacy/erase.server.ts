import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import { isLastAdmin } from "#app/features/accounts/last-admin.server.ts";
import { defaultQuotas } from "#app/features/budgets/default-quotas.ts";
import { freeHeldSeats, lockInvitations } from "#app/features/budgets/free-seats.server.ts";
import { grantedBefore, rememberAccount } from "#app/features/budgets/former-accounts.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleAtOnce } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import { dropUnpractised, eraseScenarios } from "./erase-scenario.server.ts";
import { erasedInviterName } from "./privacy-words.ts";

/**
 * Deletes one conversation with everything in it; what it cost stays charged. Whatever still answers there is stopped
 * first, so that it is paid like any stopped reply, and what does not stop in time is settled as it stands. False when
 * there is no such conversation of theirs.
 */
export async function eraseConversation(practice: Practice, own: OwnConversation): Promise<boolean> {
  await stopConversation(practice, own);
  return inTransaction(practice.db, async (transaction) => {
    const one = and(eq(conversationSessions.id, own.id), eq(conversationSessions.ownerId, own.ownerId));
    return (await eraseConversations(transaction, one)) === 1;
  });
}

/**
 * Deletes everything of a person: conversations, scenarios of their own, the person, the sessions (which are good for nobody then, on every
 * instance). The amounts stay in the log under an id that leads nowhere any more; a seat that was used stays taken and a
 * Google account is remembered by a keyed hash, so that no budget is refilled. A seat on which nothing was said is free
 * again. A run that settles later finds no row, and that is fine.
 * `keys`: the session keys, newest first. The last administrator is not erased: nobody else could administer then.
 */
export async function erasePerson(
  practice: Practice,
  personId: string,
  keys: string[],
): Promise<"erased" | "not-found" | "last-admin"> {
  await stopPerson(practice, personId);
  try {
    return await inTransaction(practice.db, (transaction) => eraseWhole(transaction, personId, keys));
  } catch (error) {
    if (error instanceof LastAdmin) return "last-admin";
    throw error;
  }
}

async function eraseWhole(
  transaction: Database,
  personId: string,
  keys: string[],
): Promise<"erased" | "not-found"> {
  // With the guests this person had been before signing in.
  const theirs = sql`${conversationSessions.ownerId} in (
      select id from users where id = ${personId} or moved_to = ${personId})`;
  // Conversations, scenarios, then invitations, then people: in this order everybody locks. The first two twice: what was begun
  // before the person's row was locked could not be seen at the first look.
  const scenariosToo = sql`${scenarios.ownerId} in (
       select id from users where id = ${personId} or moved_to = ${personId})`;
  await eraseConversations(transaction, theirs);
  await eraseScenarios(transaction, scenariosToo);
  const themselves = sql`(${users.id} = ${personId} or ${users.movedTo} = ${personId})`;
  await lockInvitations(
    transaction,
    sql`created_by = ${personId} or id in (select invitation_id from ${users} where ${themselves})`,
  );
  if (await isLastAdmin(transaction, personId)) throw new LastAdmin();
  const [person] = await transaction.select().from(users).where(eq(users.id, personId)).for("update");
  if (!person) return "not-found";
  await eraseConversations(transaction, theirs);
  await eraseScenarios(transaction, scenariosToo);

  const { googleSubject, role } = person;
  if (googleSubject !== null) {
    const grantedTokens = Math.max(
      defaultQuotas[role],
      await grantedBefore(transaction, keys, googleSubject),
    );
    await rememberAccount(transaction, { keys, googleSubject, grantedTokens });
  }
  await leaveInvitations(transaction, personId);
  await freeHeldSeats(transaction, themselves);
  await transaction.delete(users).where(themselves);
  await audit(transaction, {
    actorId: personId,
    deed: "person erased",
    subject: { kind: "person", id: personId },
    facts: { role },
  });
  return "erased";
}

/** Undoes the transaction, which has deleted conversations by then; nobody outside sees it. */
class LastAdmin extends Error {}

/** Deletes these conversations in the caller's transaction, settling what still runs there. Returns how many. */
export async function eraseConversations(transaction: Database, which: SQL | undefined): Promise<number> {
  // Locked in one order, before their runs: as whoever takes a turn does.
  const found = await transaction
    .select({ id: conversationSessions.id, ownerId: conversationSessions.ownerId })
    .from(conversationSessions)
    .where(which)
    .orderBy(conversationSessions.id)
    .for("update");
  for (const { id } of found) {
    await settleAtOnce(transaction, id);
    await transaction.delete(conversationSessions).where(eq(conversationSessions.id, id));
  }
  for (const ownerId of new Set(found.map((one) => one.ownerId)))
    await dropUnpractised(transaction, eq(scenarios.ownerId, ownerId));
  return found.length;
}

/** Links this person made take nobody new and keep no word of theirs; whoever came by them goes on. */
async function leaveInvitations(transaction: Database, personId: string): Promise<void> {
  await transaction
    .update(invitations)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(and(eq(invitations.createdBy, personId), isNull(invitations.closedAt)));
  await transaction
    .update(invitations)
    .set({ label: erasedInviterName, note: null })
    .where(eq(invitations.createdBy, personId));
}
