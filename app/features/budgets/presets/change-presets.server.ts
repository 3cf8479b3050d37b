import { and, eq, max, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { audit } from "#app/features/accounts/audit.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction, isUniqueViolation } from "#db/failures.ts";
import { quotaPresets } from "#db/schema/budgets.ts";
import type { PresetForm } from "./forms.ts";
import { presetsInOrder } from "./queries.server.ts";

export type PresetsChanged =
  | { ok: true }
  /** `conflict`: somebody has changed or deleted it since the page was made. */
  | { ok: false; reason: "conflict" | "name-taken" };

/**
 * Makes, changes, deletes or moves a preset. An invitation holds a snapshot, so none is changed by it. Nothing is written
 * over what somebody else has written meanwhile.
 */
export async function changePresets(
  db: Database,
  actorId: string,
  form: PresetForm,
): Promise<PresetsChanged> {
  try {
    const done = await inTransaction(db, (transaction) => change(transaction, actorId, form));
    return done ? { ok: true } : { ok: false, reason: "conflict" };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "name-taken" };
    throw error;
  }
}

async function change(transaction: Database, actorId: string, form: PresetForm): Promise<boolean> {
  switch (form.intent) {
    case "make":
      return make(transaction, actorId, form);
    case "change":
    case "delete":
      return changeOne(transaction, actorId, form);
    case "move":
      return move(transaction, form);
  }
}

async function make(
  transaction: Database,
  actorId: string,
  { name, tokens }: Extract<PresetForm, { intent: "make" }>,
): Promise<boolean> {
  const [last] = await transaction.select({ position: max(quotaPresets.position) }).from(quotaPresets);
  const id = uuidv7();
  await transaction.insert(quotaPresets).values({ id, name, tokens, position: (last?.position ?? -1) + 1 });
  await audit(transaction, {
    actorId,
    deed: "preset made",
    subject: { kind: "preset", id },
    facts: { name, tokens },
  });
  return true;
}

async function changeOne(
  transaction: Database,
  actorId: string,
  form: Extract<PresetForm, { intent: "change" | "delete" }>,
): Promise<boolean> {
  const { id, wasName, wasTokens } = form;
  const asItWas = and(
    eq(quotaPresets.id, id),
    eq(quotaPresets.name, wasName),
    eq(quotaPresets.tokens, wasTokens),
  );
  const now = form.intent === "change" ? { name: form.name, tokens: form.tokens } : null;
  const changed = now
    ? await transaction.update(quotaPresets).set(now).where(asItWas).returning({ id: quotaPresets.id })
    : await transaction.delete(quotaPresets).where(asItWas).returning({ id: quotaPresets.id });
  if (changed.length === 0) return false;
  await audit(transaction, {
    actorId,
    deed: now ? "preset changed" : "preset deleted",
    subject: { kind: "preset", id },
    facts: { name: wasName, tokens: wasTokens, ...(now ? { to: now.name, toTokens: now.tokens } : {}) },
  });
  return true;
}

/** Moving beyond either end changes nothing. All are numbered anew: two may have come to the same number. */
async function move(
  transaction: Database,
  { id, direction }: Extract<PresetForm, { intent: "move" }>,
): Promise<boolean> {
  await transaction.execute(sql`select id from ${quotaPresets} order by id for update`);
  const order = (await presetsInOrder(transaction)).map((preset) => preset.id);
  const from = order.indexOf(id);
  if (from === -1) return false;
  const to = Math.min(order.length - 1, Math.max(0, from + (direction === "up" ? -1 : 1)));
  order.splice(to, 0, ...order.splice(from, 1));
  for (const [position, one] of order.entries())
    await transaction.update(quotaPresets).set({ position }).where(eq(quotaPresets.id, one));
  return true;
}
