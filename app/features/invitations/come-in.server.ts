import { and, eq } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import { type Account, accountOfGoogle, linkGoogle } from "#app/features/accounts/google-account.server.ts";
import { type GoogleIdentity, isAdminAddress } from "#app/features/accounts/google-identity.ts";
import { redeemOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { higherRole, type Person } from "#app/features/accounts/person.ts";
import { raiseRole } from "#app/features/budgets/change-role.server.ts";
import { grantedBefore } from "#app/features/budgets/former-accounts.server.ts";
import { defaultQuotas } from "#app/features/budgets/default-quotas.ts";
import { grantTokens } from "#app/features/budgets/grant.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { auditLog } from "#db/schema/audit.ts";
import { type Carried, linkGuest } from "./link-guest.server.ts";

export type CameIn =
  | { ok: true; id: string; epoch: number }
  /** `other-account`: this Google identity belongs to another account than the one that is signed in. */
  | { ok: false; reason: "disabled" | "other-account" };

type Arrival = {
  identity: GoogleIdentity;
  /** Who this browser was until now. A guest brings along what they have practised. */
  visitor: Person | null;
  adminEmails: string[];
  /** Newest first: under these, those who erased themselves are remembered. */
  sessionKeys: string[];
};

/**
 * Signs in whoever Google says this is, and makes their account at the first time: a GUEST with the small default budget.
 * A guest of an invitation, whose seat moves to the account, becomes USER, or what an administrator has made of the guest
 * already; a seat does so for one account. A verified address of `ADMIN_EMAILS` makes an administrator, once. Somebody
 * signed in without a Google identity (the owner) gets this one.
 */
export async function comeInWithGoogle(
  db: Database,
  { identity, visitor, adminEmails, sessionKeys }: Arrival,
): Promise<CameIn> {
  return inTransaction(db, async (transaction) => {
    if (visitor && !visitor.isGuest && !visitor.hasGoogle) {
      const linked = await linkGoogle(transaction, visitor.id, identity);
      if (!linked) return { ok: false, reason: "other-account" };
    }
    const account = await accountOfGoogle(transaction, identity);
    if (account.disabled) return { ok: false, reason: "disabled" };
    // Who erased themselves and comes back is not given again what they had.
    const hadBefore = await grantedBefore(transaction, sessionKeys, identity.subject);
    if (account.isNew)
      await firstBudget(transaction, account.id, Math.max(0, defaultQuotas.GUEST - hadBefore));
    if (visitor?.isGuest) {
      const carried = await linkGuest(transaction, { guestId: visitor.id, accountId: account.id });
      await giveRoleOf(transaction, carried, account.id, hadBefore);
    }
    if (isAdminAddress(identity, adminEmails)) await makeAdminOnce(transaction, account);
    return { ok: true, id: account.id, epoch: account.epoch };
  });
}

/** Signs in whoever runs this site; null when the link lets nobody in. What they practised as a guest comes along. */
export async function comeInAsOwner(
  db: Database,
  { token, visitor }: { token: string; visitor: Person | null },
): Promise<{ id: string; epoch: number } | null> {
  return inTransaction(db, async (transaction) => {
    const owner = await redeemOwnerLink(transaction, token);
    if (!owner) return null;
    if (owner.isNew) await firstBudget(transaction, owner.id, defaultQuotas.ADMIN);
    if (visitor?.isGuest) await linkGuest(transaction, { guestId: visitor.id, accountId: owner.id });
    return { id: owner.id, epoch: owner.epoch };
  });
}

function firstBudget(transaction: Database, personId: string, amount: number): Promise<void> {
  return grantTokens(transaction, { personId, amount, reason: "first sign-in", actorId: null });
}

async function giveRoleOf(
  transaction: Database,
  carried: Carried,
  personId: string,
  hadBefore: number,
): Promise<void> {
  const reason = "a guest of an invitation linked Google";
  const role = higherRole(carried.role, carried.seat ? "USER" : "GUEST");
  // What a role brought the guest came over with the seat.
  const brought = carried.seat && carried.role !== "GUEST" ? defaultQuotas[carried.role] : 0;
  await raiseRole(transaction, {
    actorId: personId,
    personId,
    role,
    reason,
    hadBefore: Math.max(hadBefore, brought),
  });
}

const byAddress = "administrator by ADMIN_EMAILS";

/** Once for each account: an administrator whom others have made something else stays that. */
async function makeAdminOnce(transaction: Database, { id }: Account): Promise<void> {
  const [before] = await transaction
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, "person"), eq(auditLog.subjectId, id), eq(auditLog.deed, byAddress)));
  if (before) return;
  await raiseRole(transaction, { actorId: null, personId: id, role: "ADMIN", reason: "ADMIN_EMAILS" });
  await audit(transaction, { actorId: null, deed: byAddress, subject: { kind: "person", id } });
}
