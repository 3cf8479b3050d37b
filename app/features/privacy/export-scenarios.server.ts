import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarioDrafts, scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { exported } from "./personal-data.ts";

/** Every scenario of somebody's own: what they answered, what was drafted of it and what they made of that. */
export async function ownScenariosOf(transaction: Database, ownerId: string) {
  const rows = await transaction
    .select(exported.ownScenario)
    .from(scenarios)
    .where(eq(scenarios.ownerId, ownerId))
    .orderBy(asc(scenarios.createdAt));
  const ofOwner = sql`(select id from scenarios where owner_id = ${ownerId})`;
  const drafts = await transaction
    .select({ scenarioId: scenarioDrafts.scenarioId, draft: exported.ownDraft })
    .from(scenarioDrafts)
    .where(sql`${scenarioDrafts.scenarioId} in ${ofOwner}`);
  const versions = await transaction
    .select({ scenarioId: scenarioVersions.scenarioId, version: exported.ownVersion })
    .from(scenarioVersions)
    .where(sql`${scenarioVersions.scenarioId} in ${ofOwner}`)
    .orderBy(asc(scenarioVersions.number));
  const allRuns = await transaction
    .select({ scenarioId: runs.scenarioId, run: exported.run })
    .from(runs)
    .where(sql`${runs.scenarioId} in ${ofOwner}`)
    .orderBy(asc(runs.createdAt));
  return rows.map((scenario) => {
    const of = <Row extends { scenarioId: string | null }>(list: Row[]) =>
      list.filter(({ scenarioId }) => scenarioId === scenario.id);
    return {
      ...scenario,
      described: of(drafts).map(({ draft }) => draft)[0] ?? null,
      versions: of(versions).map(({ version }) => version),
      runs: of(allRuns).map(({ run }) => run),
    };
  });
}
