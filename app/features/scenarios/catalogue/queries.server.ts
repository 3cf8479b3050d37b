import { and, asc, eq, isNull } from "drizzle-orm";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { CatalogueEntry, CatalogueScenario } from "./catalogue.ts";

/** What is in the catalogue, published or not? Never what a learner described for themselves. */
export async function catalogue(db: Database): Promise<CatalogueEntry[]> {
  const rows = await inCatalogue(db)
    .where(isNull(scenarios.ownerId))
    .orderBy(asc(scenarios.position), asc(scenarios.slug));
  return rows.map((row) => {
    const { content, ...entry } = read(row);
    return { ...entry, title: content.title };
  });
}

/** What does this scenario of the catalogue say? Null when there is none of this id. */
export async function catalogueScenario(db: Database, id: string): Promise<CatalogueScenario | null> {
  const [row] = await inCatalogue(db).where(and(eq(scenarios.id, id), isNull(scenarios.ownerId)));
  return row ? read(row) : null;
}

function inCatalogue(db: Database) {
  return db
    .select({
      id: scenarios.id,
      slug: scenarios.slug,
      status: scenarios.status,
      versionId: scenarioVersions.id,
      version: scenarioVersions.number,
      byHand: scenarioVersions.byHand,
      stored: scenarioVersions.content,
    })
    .from(scenarios)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .$dynamic();
}

function read({
  versionId,
  stored,
  ...row
}: Awaited<ReturnType<typeof inCatalogue>>[number]): CatalogueScenario {
  const content = readContent(versionId, stored);
  return { ...row, title: content.title, content };
}
