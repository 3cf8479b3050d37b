import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Practice } from "#app/features/practice/practice.ts";
import { stopDrafts } from "#app/features/practice/scenario-draft/stop-drafts.server.ts";
import { settleAtOnce } from "#app/features/practice/lanes/settle-orphans.server.ts";
import type { OwnScenario } from "#app/features/scenarios/own/own-scenario.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { scenarioDrafts, scenarios, scenarioVersions } from "#db/schema/scenarios.ts";

/**
 * Deletes a scenario of somebody's own: the answers, the draft and every version nobody has practised. A version that a
 * conversation pins stays as long as the conversation does, and can be practised no more. False when there is none.
 */
export async function eraseOwnScenario(practice: Practice, { id, ownerId }: OwnScenario): Promise<boolean> {
  await stopDrafts(practice, ownerId, sql`s.id = ${id}`);
  return inTransaction(practice.db, async (transaction) => {
    const theirs = and(eq(scenarios.id, id), eq(scenarios.ownerId, ownerId));
    return (await eraseScenarios(transaction, theirs)) === 1;
  });
}

/** The same for all of these, in the caller's transaction. Returns how many. */
export async function eraseScenarios(transaction: Database, which: SQL | undefined): Promise<number> {
  // Locked in one order, before their runs: as whoever drafts one does.
  const found = await transaction
    .select({ id: scenarios.id })
    .from(scenarios)
    .where(and(which, isNotNull(scenarios.ownerId)))
    .orderBy(scenarios.id)
    .for("update");
  for (const { id } of found) {
    await settleAtOnce(transaction, id);
    await transaction.delete(scenarioDrafts).where(eq(scenarioDrafts.scenarioId, id));
    await transaction
      .update(scenarios)
      .set({ status: "archived", currentVersionId: null })
      .where(eq(scenarios.id, id));
    await dropUnpractised(transaction, eq(scenarios.id, id));
  }
  return found.length;
}

/** Takes away what only a conversation had kept of scenarios that were deleted, now that it is gone too. */
export async function dropUnpractised(transaction: Database, which: SQL | undefined): Promise<void> {
  const deleted = sql`select id from ${scenarios}
    where ${and(which, isNotNull(scenarios.ownerId), eq(scenarios.status, "archived"))}`;
  await transaction.execute(sql`
    delete from ${scenarioVersions} where scenario_id in (${deleted})
      and not exists (select from conversation_sessions where scenario_version_id = ${scenarioVersions.id})`);
  await transaction.execute(sql`
    delete from ${scenarios} where id in (${deleted})
      and not exists (select from ${scenarioVersions} where scenario_id = ${scenarios.id})`);
}
