import { and, eq, ne } from "drizzle-orm";
import { addVersion } from "#app/features/scenarios/publish-scenario.server.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import type { OwnScenario } from "./own-scenario.ts";

/**
 * Makes this content what the scenario of their own says from now on; it can be practised then, by them alone. The
 * content must have passed lint and screening. False when there is no such scenario of theirs.
 */
export async function keepOwnScenario(
  db: Database,
  { id, ownerId }: OwnScenario,
  content: ScenarioContent,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const theirs = and(
      eq(scenarios.id, id),
      eq(scenarios.ownerId, ownerId),
      ne(scenarios.status, "archived"),
    );
    const [found] = await transaction
      .select({ id: scenarios.id })
      .from(scenarios)
      .where(theirs)
      .for("update");
    if (!found) return false;
    await addVersion(transaction, id, content, { byHand: true });
    await transaction.update(scenarios).set({ status: "published" }).where(theirs);
    return true;
  });
}
