import { sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { stopRuns } from "#app/features/practice/lanes/stop-runs.server.ts";

/**
 * Stops whatever still answers in this conversation, on whichever instance, and waits until that is true. `subjectId`: only
 * what answers this turn or aside. Stopping what has already ended is fine and changes nothing. False when something still
 * runs after 5 s.
 */
export async function stopConversation(
  practice: Practice,
  own: OwnConversation,
  subjectId: string | null = null,
): Promise<boolean> {
  const all = sql`c.id = ${own.id}`;
  return stopRuns(
    practice,
    own.ownerId,
    subjectId === null ? all : sql`${all} and runs.subject_id = ${subjectId}`,
  );
}
