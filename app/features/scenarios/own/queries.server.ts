import { and, desc, eq, ne, sql } from "drizzle-orm";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import type { Database } from "#db/client.server.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarioDrafts, scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { OwnScenario, OwnScenarioEntry, OwnScenarioInFull } from "./own-scenario.ts";
import type { Situation } from "./situation.ts";

/** Which scenarios has this person described? The latest first. */
export async function ownScenarios(db: Database, ownerId: string): Promise<OwnScenarioEntry[]> {
  const rows = await db
    .select({
      id: scenarios.id,
      slug: scenarios.slug,
      createdAt: scenarios.createdAt,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
      situation: scenarioDrafts.situation,
      draft: scenarioDrafts.draft,
    })
    .from(scenarios)
    .innerJoin(scenarioDrafts, eq(scenarioDrafts.scenarioId, scenarios.id))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(and(eq(scenarios.ownerId, ownerId), ne(scenarios.status, "archived")))
    .orderBy(desc(scenarios.createdAt));
  return rows.map(({ id, slug, createdAt, versionId, content, situation, draft }) => ({
    id,
    slug,
    describedAt: createdAt.toISOString(),
    ready: versionId !== null,
    title:
      versionId === null
        ? ((draft as WrittenScenario | null)?.title ?? (situation as Situation).who)
        : readContent(versionId, content).title,
  }));
}

/** Is this scenario there, and theirs? How far is it? */
export async function ownScenario(
  db: Database,
  { id, ownerId }: OwnScenario,
): Promise<OwnScenarioInFull | null> {
  // In this order: a run that has ended by now has left its draft by the next statement.
  const [run] = await db
    .select({
      running: sql<boolean>`${runs.status} = 'running'`,
      orphaned: sql<boolean>`${runs.status} = 'running' and ${runs.leaseUntil} < clock_timestamp()`,
      status: runs.status,
    })
    .from(runs)
    .where(eq(runs.scenarioId, id))
    .orderBy(desc(runs.attempt))
    .limit(1);
  const [row] = await db
    .select({
      slug: scenarios.slug,
      draft: scenarioDrafts,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
    })
    .from(scenarios)
    .innerJoin(scenarioDrafts, eq(scenarioDrafts.scenarioId, scenarios.id))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(and(eq(scenarios.id, id), eq(scenarios.ownerId, ownerId), ne(scenarios.status, "archived")));
  if (!row) return null;
  return {
    slug: row.slug,
    // Written by this program alone, and read by hand when it came in.
    situation: row.draft.situation as Situation,
    draft: row.draft.draft as WrittenScenario | null,
    draftedBy: row.draft.draftedBy,
    reason: row.draft.reason,
    content: row.versionId === null ? null : readContent(row.versionId, row.content),
    run: run ?? null,
  };
}
