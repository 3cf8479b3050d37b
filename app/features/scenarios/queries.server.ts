import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { type ScenarioContent, scenarioContentSchema } from "./scenario.ts";
import type { ScenarioSummary } from "./scenario-card.tsx";

/** Which scenarios may everyone see? In the catalogue's order. */
export async function publishedScenarios(db: Database): Promise<ScenarioSummary[]> {
  const rows = await db
    .select({ slug: scenarios.slug, versionId: scenarioVersions.id, content: scenarioVersions.content })
    .from(scenarios)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(and(eq(scenarios.status, "published"), isNull(scenarios.ownerId)))
    .orderBy(asc(scenarios.position), asc(scenarios.slug));
  return rows.map(({ slug, versionId, content }) => {
    const { title, summary, category, persona, minutes } = readContent(versionId, content);
    const { name, relationship } = persona;
    return { slug, title, summary, category, minutes, partner: { name, relationship } };
  });
}

export type PublishedScenario = {
  slug: string;
  /** A learner's own: for nobody else, and for no index. */
  isOwn: boolean;
  versionId: string;
  content: ScenarioContent;
};

/** What does the scenario of this address say today? One of somebody's own is there for them (`viewerId`) and nobody else. */
export async function publishedScenario(
  db: Database,
  slug: string,
  viewerId: string | null = null,
): Promise<PublishedScenario | null> {
  const everyones = isNull(scenarios.ownerId);
  const [row] = await db
    .select({
      slug: scenarios.slug,
      isOwn: sql<boolean>`${scenarios.ownerId} is not null`,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
    })
    .from(scenarios)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(
      and(
        eq(scenarios.slug, slug),
        eq(scenarios.status, "published"),
        viewerId === null ? everyones : or(everyones, eq(scenarios.ownerId, viewerId)),
      ),
    );
  return row ? { ...row, content: readContent(row.versionId, row.content) } : null;
}

/** A version never changes, so it is checked once for each process. */
const checkedVersions = new Map<string, ScenarioContent>();
const checkedVersionsLimit = 500;

/** What does this version say? Read once for each process. Throws when there is no such version. */
export async function contentOf(db: Database, versionId: string): Promise<ScenarioContent> {
  const known = checkedVersions.get(versionId);
  if (known) return known;
  const [version] = await db
    .select({ content: scenarioVersions.content })
    .from(scenarioVersions)
    .where(eq(scenarioVersions.id, versionId));
  if (!version) throw new Error("a conversation's scenario version is gone");
  return readContent(versionId, version.content);
}

/** Stored content as the type it was published with; throws when the row was not written by `publishScenario`. */
export function readContent(versionId: string, stored: unknown): ScenarioContent {
  const known = checkedVersions.get(versionId);
  if (known) return known;
  const content = scenarioContentSchema.parse(stored);
  if (checkedVersions.size >= checkedVersionsLimit) checkedVersions.clear();
  checkedVersions.set(versionId, content);
  return content;
}
