import { createHash } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { type ScenarioContent, scenarioContentSchema } from "./scenario.ts";

/**
 * Makes these words the catalogue scenario's current version. The same words again make no new version, so seeding is
 * idempotent; what an administrator has written since stays; conversations that run keep the version they pinned. Throws
 * `ZodError` when the content breaks the schema.
 */
export async function publishScenario(
  db: Database,
  { slug, position, content }: { slug: string; position: number; content: ScenarioContent },
): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .insert(scenarios)
      .values({ id: uuidv7(), slug, status: "published", position })
      .onConflictDoUpdate({ target: scenarios.slug, set: { position } });
    const [scenario] = await transaction
      .select({ id: scenarios.id, byHand: scenarioVersions.byHand })
      .from(scenarios)
      .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
      .where(and(eq(scenarios.slug, slug), isNull(scenarios.ownerId)))
      .for("update", { of: scenarios });
    if (!scenario || scenario.byHand === true) return;

    if (!(await addVersion(transaction, scenario.id, content, { byHand: false }))) return;
    await transaction
      .update(scenarios)
      .set({
        status: sql`case when ${scenarios.status} = 'draft' then 'published' else ${scenarios.status} end`,
      })
      .where(eq(scenarios.id, scenario.id));
  });
}

/**
 * Makes this content the current version of a scenario that the caller's transaction has locked. False, and no version,
 * where it says that already. Throws `ZodError` when the content breaks the schema.
 */
export async function addVersion(
  transaction: Database,
  scenarioId: string,
  content: ScenarioContent,
  { byHand }: { byHand: boolean },
): Promise<boolean> {
  const checked = scenarioContentSchema.parse(content);
  const contentHash = createHash("sha256").update(JSON.stringify(checked)).digest("hex");
  const [current] = await transaction
    .select({ hash: scenarioVersions.contentHash })
    .from(scenarios)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(eq(scenarios.id, scenarioId));
  if (current?.hash === contentHash) return false;
  const [latest] = await transaction
    .select({ number: scenarioVersions.number })
    .from(scenarioVersions)
    .where(eq(scenarioVersions.scenarioId, scenarioId))
    .orderBy(desc(scenarioVersions.number))
    .limit(1);
  const id = uuidv7();
  const number = (latest?.number ?? 0) + 1;
  await transaction
    .insert(scenarioVersions)
    .values({ id, scenarioId, number, content: checked, contentHash, byHand });
  await transaction.update(scenarios).set({ currentVersionId: id }).where(eq(scenarios.id, scenarioId));
  return true;
}
