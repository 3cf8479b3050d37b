import { and, eq, isNull, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import { changeQuota } from "#app/features/budgets/move-budget.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { quotaPresets, usageLog } from "#db/schema/budgets.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import type { Offer } from "./forms.ts";
import type { Inviter } from "./inviter.server.ts";
import { writeInvitation } from "./make-invitation.server.ts";
import type { NewLink } from "./sealed-link.server.ts";

export type Invited =
  /** `fresh`: made by this post, or by its twin of a moment ago; only then is the link shown. */
  | { ok: true; fresh: boolean }
  /** In weighted tokens: what all seats together need, and what the inviter has left. */
  | { ok: false; reason: "no-budget"; needed: number; left: number }
  | { ok: false; reason: "no-preset" | "no-scenario" };

/** A form sent twice by one impatient press arrives within this. */
const twinSeconds = 10;

/**
 * Makes the invitation of this link. What a POWER_USER gives away is taken from their own budget in the same transaction,
 * whole or not at all. The same link again makes nothing and takes nothing.
 */
export async function invite(db: Database, inviter: Inviter, link: NewLink, offer: Offer): Promise<Invited> {
  try {
    return await inTransaction(db, (transaction) => inviteOnce(transaction, inviter, link, offer));
  } catch (error) {
    if (error instanceof NotCarried) return { ok: false, reason: "no-budget", ...error.amounts };
    throw error;
  }
}

async function inviteOnce(
  transaction: Database,
  inviter: Inviter,
  link: NewLink,
  offer: Offer,
): Promise<Invited> {
  const quota = await quotaOf(transaction, offer);
  if (!quota) return { ok: false, reason: "no-preset" };
  const scenarioId = await scenarioOf(transaction, offer);
  if (scenarioId === undefined) return { ok: false, reason: "no-scenario" };
  const { label, note, seats, days } = offer;
  const fundedBy = inviter.role === "ADMIN" ? null : inviter.id;
  const made = await writeInvitation(transaction, link, {
    label,
    note,
    seats,
    days,
    quota,
    scenarioId,
    source: "person",
    createdBy: inviter.id,
    fundedBy,
  });
  if (!made) return { ok: true, fresh: await isTwin(transaction, inviter, link) };

  if (fundedBy !== null) await takeFrom(transaction, fundedBy, quota.tokens * seats);
  await audit(transaction, {
    actorId: inviter.id,
    deed: "invitation made",
    subject: { kind: "invitation", id: link.id },
    facts: { seats, days, tokens: quota.tokens, preset: quota.preset },
  });
  return { ok: true, fresh: true };
}

/** A snapshot: what becomes of the preset changes nothing here. */
async function quotaOf(transaction: Database, { budget }: Offer) {
  if ("tokens" in budget) return { tokens: budget.tokens, preset: null };
  const [preset] = await transaction
    .select({ tokens: quotaPresets.tokens, preset: quotaPresets.name })
    .from(quotaPresets)
    .where(eq(quotaPresets.id, budget.presetId));
  return preset ?? null;
}

/** Null: none is asked for. Undefined: it is not there (any more). */
async function scenarioOf(transaction: Database, { scenario }: Offer): Promise<string | null | undefined> {
  if (scenario === null) return null;
  const [found] = await transaction
    .select({ id: scenarios.id })
    .from(scenarios)
    .where(and(eq(scenarios.slug, scenario), eq(scenarios.status, "published"), isNull(scenarios.ownerId)));
  return found?.id;
}

async function isTwin(transaction: Database, inviter: Inviter, { id }: NewLink): Promise<boolean> {
  const justNow = sql`${invitations.createdAt} > clock_timestamp() - make_interval(secs => ${twinSeconds})`;
  return (
    (await transaction.$count(
      invitations,
      and(eq(invitations.id, id), eq(invitations.createdBy, inviter.id), justNow),
    )) > 0
  );
}

async function takeFrom(transaction: Database, personId: string, amount: number): Promise<void> {
  const [person] = await transaction
    .select({ left: sql<number>`${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens}` })
    .from(users)
    .where(eq(users.id, personId))
    .for("update");
  const left = Math.max(0, person?.left ?? 0);
  if (left < amount) throw new NotCarried({ needed: amount, left });
  await changeQuota(transaction, personId, -amount);
  await transaction.insert(usageLog).values({
    payerId: personId,
    kind: "transfer",
    amount: -amount,
    actorId: personId,
    reason: "invitation",
  });
}

/** Undoes the transaction; nobody outside sees it. */
class NotCarried extends Error {
  amounts: { needed: number; left: number };
  constructor(amounts: { needed: number; left: number }) {
    super("the budget does not carry it");
    this.amounts = amounts;
  }
}
