import { sql } from "drizzle-orm";
import type { Practice } from "./practice.ts";
import { stopDrafts } from "./scenario-draft/stop-drafts.server.ts";
import { stopRuns } from "./lanes/stop-runs.server.ts";

/**
 * Stops everything that still answers this person, in all their conversations at once and on whichever instance, and the
 * drafting of their scenarios, and waits until that is true. False when something still runs after 5 s. A turn taken
 * meanwhile is not stopped: end their sessions first.
 */
export async function stopPerson(practice: Practice, personId: string): Promise<boolean> {
  const stopped = await Promise.all([
    stopRuns(practice, personId, sql`true`),
    stopDrafts(practice, personId, sql`true`),
  ]);
  return stopped.every(Boolean);
}
