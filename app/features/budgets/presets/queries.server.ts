import { asc } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { quotaPresets } from "#db/schema/budgets.ts";
import type { Preset } from "./preset.ts";

/** Which budgets may an inviter pick? In the order an admin gave them. */
export async function presetsInOrder(db: Database): Promise<Preset[]> {
  return db
    .select({ id: quotaPresets.id, name: quotaPresets.name, tokens: quotaPresets.tokens })
    .from(quotaPresets)
    .orderBy(asc(quotaPresets.position), asc(quotaPresets.name));
}
