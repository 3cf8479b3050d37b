import { eq } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { mostTokens } from "./token-amount.ts";

export type Adjustment = {
  /** The admin who does it. */
  actorId: string;
  personId: string;
  /** Weighted tokens: given, or taken where negative. */
  amount: number;
  /** Why, in the admin's words; required. Stands in the log, never in the audit's facts. */
  reason: string;
};

export type Adjusted =
  /** `amount`: what was really given or taken. A budget never goes below zero, so less may have been there to take. */
  | { ok: true; amount: number; quotaTokens: number }
  | { ok: false; reason: "not-found" | "no-reason" | "not-an-amount" | "too-much" };

/**
 * An admin gives to a budget or takes from it: one row in the log and a line of the audit, together. Taking below what is
 * used stops new turns and nothing else: what runs has its reservation.
 */
export async function adjustBudget(db: Database, adjustment: Adjustment): Promise<Adjusted> {
  const { actorId, personId, amount } = adjustment;
  const reason = adjustment.reason.trim();
  if (reason === "") return { ok: false, reason: "no-reason" };
  if (!Number.isSafeInteger(amount) || amount === 0) return { ok: false, reason: "not-an-amount" };
  return inTransaction(db, async (transaction): Promise<Adjusted> => {
    const [person] = await transaction
      .select({ quota: users.quota, quotaTokens: users.quotaTokens })
      .from(users)
      .where(eq(users.id, personId))
      .for("update");
    if (!person) return { ok: false, reason: "not-found" };
    const quotaTokens = Math.max(0, person.quotaTokens + amount);
    if (quotaTokens > mostTokens) return { ok: false, reason: "too-much" };
    const moved = quotaTokens - person.quotaTokens;
    await transaction
      .update(users)
      .set({ quotaTokens, quota: { ...person.quota, tokens: quotaTokens } })
      .where(eq(users.id, personId));
    await transaction
      .insert(usageLog)
      .values({ payerId: personId, kind: "adjust", amount: moved, actorId, reason });
    await audit(transaction, {
      actorId,
      deed: "budget adjusted",
      subject: { kind: "person", id: personId },
      facts: { amount: moved, quotaTokens },
    });
    return { ok: true, amount: moved, quotaTokens };
  });
}
