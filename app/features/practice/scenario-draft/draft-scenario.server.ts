import { and, count, eq, max, sql } from "drizzle-orm";
import { holdBack } from "#app/features/budgets/hold-back.server.ts";
import { spentInVain } from "#app/features/budgets/spent-in-vain.server.ts";
import { estimateReservation } from "#app/features/budgets/weighted-tokens.ts";
import { draftByRules } from "#app/features/coaching/scenario-writing/by-rules/draft-by-rules.ts";
import { draftRequest } from "#app/features/coaching/scenario-writing/draft-request.ts";
import type { OwnScenario } from "#app/features/scenarios/own/own-scenario.ts";
import type { Situation } from "#app/features/scenarios/own/situation.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import { writeRun } from "#app/features/practice/lanes/begin-run.server.ts";
import type { PlannedRun } from "#app/features/practice/lanes/new-run.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarioDrafts, scenarios } from "#db/schema/scenarios.ts";
import { uuidv7 } from "uuidv7";
import { runDraft } from "./run-draft.server.ts";

export type Drafting =
  /** `again`: these very answers are being drafted, or have been; nothing new is run or charged. */
  | { ok: true; by: "model" | "rules" | "again" }
  /** `kept`: it has been edited since, so that a new draft would take that away. */
  | { ok: false; reason: "not-found" | "busy" | "kept" | "too-many" };

/** The longest draft, in tokens: some 1,100 are usual. */
export const draftMaxTokens = 2_000;
/** So many may one person have; each is rows for as long as they want. */
export const mostOwnScenarios = 40;
/**
 * In weighted tokens, within 24 hours: what runs of one person that came to nothing may have cost the operator before
 * their drafts are made by rules. A draft that cannot be read costs its learner nothing, as the page promises, and there
 * are answers that no model makes a draft of: who sent them again and again would spend without end. Some three to five
 * failed drafts. By what the log keeps for ever, not by the scenario: a deleted one takes its runs with it. A limit and
 * not a charge from the second on, since whoever meets this has mostly done nothing wrong, and is left with a draft.
 */
export const mostSpentInVain = 6_000;

/**
 * Makes the scenario of a learner's own (or goes back to one that has no draft yet) and has it drafted from their answers:
 * by a model, as a run whose budget is held back before its first byte, or by rules where the budget does not carry that,
 * the model rests, or they ask for it. The same answers again run nothing. Whoever looks at it finds it by its owner only.
 */
export async function draftScenario(
  practice: Practice,
  own: OwnScenario,
  situation: Situation,
  { byRules = false } = {},
): Promise<Drafting> {
  const committed = await inTransaction(practice.db, (transaction) =>
    commitDraft(practice, transaction, own, situation, byRules),
  );
  if ("run" in committed) {
    practice.live.detach(runDraft(practice, committed.run, situation));
    return { ok: true, by: "model" };
  }
  return committed;
}

async function commitDraft(
  practice: Practice,
  transaction: Database,
  own: OwnScenario,
  situation: Situation,
  byRules: boolean,
): Promise<Drafting | { run: Run }> {
  await oneAfterTheOther(transaction, own.ownerId);
  const standing = await ownRow(transaction, own);
  if (typeof standing === "string") return { ok: false, reason: standing };
  const { fresh, status } = standing;
  // In this order: a run that has ended by now has left its draft by the next statement.
  const [last] = await transaction
    .select({
      attempt: max(runs.attempt),
      running: sql<boolean>`coalesce(bool_or(${runs.status} = 'running'), false)`,
    })
    .from(runs)
    .where(eq(runs.scenarioId, own.id));
  const [before] = fresh
    ? []
    : await transaction.select().from(scenarioDrafts).where(eq(scenarioDrafts.scenarioId, own.id));
  if (last?.running)
    return sameAs(before, situation) ? { ok: true, by: "again" } : { ok: false, reason: "busy" };
  if (before?.draft)
    return sameAs(before, situation) ? { ok: true, by: "again" } : { ok: false, reason: "kept" };
  if (status !== "draft") return { ok: false, reason: "kept" };

  // What a model has declined is not drafted past it: the answers have to be changed.
  const asked = byRules && before?.reason !== "declined";
  const planned = asked ? "asked" : await reserve(practice, transaction, own, situation);
  const rules = typeof planned === "string";
  const draft: Omit<typeof scenarioDrafts.$inferInsert, "scenarioId"> = {
    situation,
    draft: rules ? draftByRules(situation) : null,
    draftedBy: rules ? "rules" : null,
    reason: rules ? planned : null,
  };
  await transaction
    .insert(scenarioDrafts)
    .values({ scenarioId: own.id, ...draft })
    .onConflictDoUpdate({ target: scenarioDrafts.scenarioId, set: draft });
  if (rules) return { ok: true, by: "rules" };
  return { run: await beginDraft(practice, transaction, own, (last?.attempt ?? 0) + 1, planned) };
}

/** Holds back what the longest draft could cost, in weighted tokens; or why no model is asked. */
async function reserve(
  practice: Practice,
  transaction: Database,
  { ownerId }: OwnScenario,
  situation: Situation,
): Promise<
  { reserved: number; day: string | null } | "resting" | "failed-often" | "no-budget" | "site-limit"
> {
  if (!practice.model.available("coach")) return "resting";
  if ((await spentInVain(transaction, ownerId)) >= mostSpentInVain) return "failed-often";
  const { system, messages, tail } = draftRequest(situation, draftMaxTokens);
  const prompt = [system, ...messages.flatMap(({ blocks }) => blocks), tail].join("\n");
  const amount = estimateReservation({ former: null, prompt, news: "", maxTokens: draftMaxTokens });
  const held = await holdBack(transaction, { payerId: ownerId, amount });
  if (held.outcome === "held") return { reserved: amount, day: held.day };
  return held.outcome === "site-limit" ? "site-limit" : "no-budget";
}

/**
 * Whoever sends many forms at once is counted one by one. Not by their own row, which stands behind a scenario's and a
 * day's in the order in which everybody locks.
 */
async function oneAfterTheOther(transaction: Database, ownerId: string): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtext('own-scenarios'), hashtext(${ownerId}))`,
  );
}

/** Their scenario, locked; made where there is none of this id. A second post of the same form finds the first one's. */
async function ownRow(transaction: Database, { id, ownerId }: OwnScenario) {
  const made = await transaction
    .insert(scenarios)
    .values({ id, ownerId, slug: `own-${id}`, status: "draft" })
    .onConflictDoNothing()
    .returning({ id: scenarios.id });
  const fresh = made.length > 0;
  if (fresh) {
    const [counted] = await transaction
      .select({ mine: count() })
      .from(scenarios)
      .where(eq(scenarios.ownerId, ownerId));
    // Nothing is kept of it: the transaction's row goes with it.
    if ((counted?.mine ?? 0) > mostOwnScenarios) {
      await transaction.delete(scenarios).where(eq(scenarios.id, id));
      return "too-many" as const;
    }
  }
  const [row] = await transaction
    .select({ status: scenarios.status })
    .from(scenarios)
    .where(and(eq(scenarios.id, id), eq(scenarios.ownerId, ownerId)))
    .for("update");
  return row ? { fresh, status: row.status } : ("not-found" as const);
}

/** What is held back is the longest draft: a shorter one would be none, so that nothing is shortened here. */
function beginDraft(
  practice: Practice,
  transaction: Database,
  { id, ownerId }: OwnScenario,
  attempt: number,
  { reserved, day }: { reserved: number; day: string | null },
): Promise<Run> {
  const run: PlannedRun = {
    ...{ id: uuidv7(), lane: "coach", attempt, status: "running", payerId: ownerId, reserved },
    ...{ maxTokens: draftMaxTokens, model: practice.model.names.coach },
    ...{ instance: practice.instance, leaseMs: practice.timing.leaseMs },
  };
  const about = { conversationId: id, subject: "scenario-draft", subjectId: id } as const;
  return writeRun(transaction, { run, day }, about);
}

function sameAs(before: { situation: unknown } | undefined, situation: Situation): boolean {
  return sortedJson(before?.situation) === sortedJson(situation);
}

/** PostgreSQL gives an object's keys back in an order of its own. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
