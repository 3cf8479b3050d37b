import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { users } from "#db/schema/people.ts";
import { audit } from "./audit.server.ts";
import { isLastAdmin } from "./last-admin.server.ts";

type Change = { actorId: string; personId: string };

/**
 * Shuts somebody out: no session of theirs is good any more, and Google lets them in no more. The last administrator
 * cannot be shut out. Somebody who is out already stays so.
 */
export async function disablePerson(
  db: Database,
  { actorId, personId }: Change,
): Promise<{ ok: true } | { ok: false; reason: "last-admin" }> {
  return inTransaction(db, async (transaction) => {
    if (await isLastAdmin(transaction, personId)) return { ok: false, reason: "last-admin" };
    const disabled = await transaction
      .update(users)
      .set({ disabledAt: sql`clock_timestamp()`, sessionEpoch: sql`${users.sessionEpoch} + 1` })
      .where(and(eq(users.id, personId), isNull(users.disabledAt)))
      .returning({ id: users.id });
    if (disabled.length > 0) await audit(transaction, lineOf(actorId, personId, "account disabled"));
    return { ok: true };
  });
}

/** Lets somebody in again; they sign in anew. */
export async function enablePerson(db: Database, { actorId, personId }: Change): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const enabled = await transaction
      .update(users)
      .set({ disabledAt: null })
      .where(and(eq(users.id, personId), isNotNull(users.disabledAt)))
      .returning({ id: users.id });
    if (enabled.length > 0) await audit(transaction, lineOf(actorId, personId, "account enabled"));
  });
}

function lineOf(actorId: string, personId: string, deed: string) {
  return { actorId, deed, subject: { kind: "person", id: personId } as const };
}
