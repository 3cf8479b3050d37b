import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";

/**
 * Is this the only administrator who can still come in? Asked inside the transaction that would end it: the rows are
 * locked, so that two administrators cannot each let the other go.
 */
export async function isLastAdmin(transaction: Database, personId: string): Promise<boolean> {
  const admins = await transaction
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "ADMIN"), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .for("update");
  return admins.length === 1 && admins[0]?.id === personId;
}
