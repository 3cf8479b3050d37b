import { eq } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import { isLastAdmin } from "#app/features/accounts/last-admin.server.ts";
import { higherRole, type Role } from "#app/features/accounts/person.ts";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { defaultQuotas } from "./default-quotas.ts";
import { grantTokens } from "./grant.server.ts";

type RoleChange = {
  /** Null: a rule of the program, such as `ADMIN_EMAILS`. */
  actorId: string | null;
  personId: string;
  role: Role;
  /** Why, in words of our own; for the audit. */
  reason: string;
  /** What this person has been given for a role before, in weighted tokens (`grantedBefore`); not given again. */
  hadBefore?: number;
};

type RoleChanged =
  | { ok: true }
  /** `unknown`: there is no such person (any more). */
  | { ok: false; reason: "last-admin" | "unknown" };

/**
 * Gives somebody another role, in the caller's transaction, and with a higher one the budget that it has more; a lower one
 * takes nothing. In force at their next request. The last administrator stays one.
 */
export async function changeRole(transaction: Database, change: RoleChange): Promise<RoleChanged> {
  const { personId, role } = change;
  if (role !== "ADMIN" && (await isLastAdmin(transaction, personId)))
    return { ok: false, reason: "last-admin" };
  return give(transaction, change, () => role);
}

/** The same, but whoever has a higher role keeps it; so it can end no administrator, and locks none. */
export async function raiseRole(transaction: Database, change: RoleChange): Promise<void> {
  await give(transaction, change, (before) => higherRole(before, change.role));
}

async function give(
  transaction: Database,
  { actorId, personId, reason, hadBefore = 0 }: RoleChange,
  next: (before: Role) => Role,
): Promise<RoleChanged> {
  const [person] = await transaction
    .select({ role: users.role })
    .from(users)
    .where(eq(users.id, personId))
    .for("update");
  if (!person) return { ok: false, reason: "unknown" };
  const role = next(person.role);
  if (person.role === role) return { ok: true };
  await transaction.update(users).set({ role }).where(eq(users.id, personId));
  const amount = Math.max(0, defaultQuotas[role] - Math.max(defaultQuotas[person.role], hadBefore));
  if (amount > 0) await grantTokens(transaction, { personId, amount, reason: `role ${role}`, actorId });
  await audit(transaction, {
    actorId,
    deed: "role changed",
    subject: { kind: "person", id: personId },
    facts: { from: person.role, to: role, reason },
  });
  return { ok: true };
}
