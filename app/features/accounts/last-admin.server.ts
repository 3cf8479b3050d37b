import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { hasAccess } from "./access.server.ts";

/**
 * Is this the only administrator who can still come in? Asked inside the transaction that would end it: the rows are
 * locked, so that two administrators cannot each let the other go. This person's row is locked with theirs, in the order
 * of ids: ask before anything else locks it, or two who ask at once wait for each other.
 */
export async function isLastAdmin(transaction: Database, personId: string): Promise<boolean> {
  // Who was a guest and has moved on to an account comes in by that one.
  const isAdmin = and(eq(users.role, "ADMIN"), hasAccess, isNull(users.movedTo));
  const locked = await transaction
    .select({ id: users.id, isAdmin: sql<boolean>`${isAdmin}` })
    .from(users)
    .where(or(isAdmin, eq(users.id, personId)))
    .orderBy(asc(users.id))
    .for("update");
  const admins = locked.filter((row) => row.isAdmin);
  return admins.length === 1 && admins[0]?.id === personId;
}
