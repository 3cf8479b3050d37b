import { eq, type SQL } from "drizzle-orm";
import type { Role } from "#app/features/accounts/person.ts";
import { invitations } from "#db/schema/invitations.ts";

/** Who makes and keeps invitations: an ADMIN all, a POWER_USER their own, out of their own budget. */
export type Inviter = { id: string; role: Role };

/** Which invitations are theirs to see and to take back; undefined: every one. */
export function mineOf(inviter: Inviter): SQL | undefined {
  return inviter.role === "ADMIN" ? undefined : eq(invitations.createdBy, inviter.id);
}
