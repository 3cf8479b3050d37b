import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { type ScenarioContent, scenarioContentSchema } from "./scenario.ts";

/**
 * Makes these words the scenario's current version. The same words again make no new version, so seeding is idempotent;
 * conversations that run keep the version they pinned. Throws `ZodError` when the content breaks the schema.
 */
export async function publishScenario(
  db: Database,
  { slug, position, content }: { slug: string; position: number; content: ScenarioContent },
): Promise<void> {
  const checked = scenarioContentSchema.parse(content);
  const contentHash = createHash("sha256").update(JSON.stringify(checked)).digest("hex");
  await db.transaction(async (transaction) => {
    await transaction
      .insert(scenarios)
      .values({ id: uuidv7(), slug, status: "published", position })
      .onConflictDoUpdate({ target: scenarios.slug, set: { position } });
    const [scenario] = await transaction
      .select({ id: scenarios.id, currentHash: scenarioVersions.contentHash })
      .from(scenarios)
      .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
      .where(eq(scenarios.slug, slug))
      .for("update", { of: scenarios });
    if (!scenario || scenario.currentHash === contentHash) return;

    const [latest] = await transaction
      .select({ number: scenarioVersions.number })
      .from(scenarioVersions)
      .where(eq(scenarioVersions.scenarioId, scenario.id))
      .orderBy(desc(scenarioVersions.number))
      .limit(1);
    const id = uuidv7();
    await transaction.insert(scenarioVersions).values({
      id,
      scenarioId: scenario.id,
      number: (latest?.number ?? 0) + 1,
      content: checked,
      contentHash,
    });
    await transaction
      .update(scenarios)
      .set({
        currentVersionId: id,
        status: sql`case when ${scenarios.status} = 'draft' then 'published' else ${scenarios.status} end`,
      })
      .where(eq(scenarios.id, scenario.id));
  });
}
