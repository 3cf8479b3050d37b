import { and, eq, isNull, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { Practice } from "./practice.ts";
import { untilSettled } from "./until-settled.server.ts";

/** Longer than another instance needs to see the request and settle. */
const stopDeadlineMs = 5_000;

/**
 * Stops whatever still answers in this conversation, on whichever instance, and waits until that is true. Stopping what
 * has already ended is fine and changes nothing. False when something still runs after 5 s.
 */
export async function stopConversation(practice: Practice, own: OwnConversation): Promise<boolean> {
  const { db } = practice;
  const running = await db
    .update(runs)
    .set({ stopRequestedAt: sql`coalesce(${runs.stopRequestedAt}, clock_timestamp())` })
    .where(
      and(
        eq(runs.conversationId, own.id),
        eq(runs.status, "running"),
        isNull(runs.settledAt),
        sql`exists (select from ${conversationSessions} where id = ${own.id} and owner_id = ${own.ownerId})`,
      ),
    )
    .returning({ turnId: runs.subjectId });
  // Not before the row says so: a stop that is only in memory would be lost with this process.
  if (running.length > 0) for (const lane of practice.live.of(own.id)) lane.stop();
  for (const turnId of new Set(running.map((run) => run.turnId))) {
    const lanes = await untilSettled(practice, own, turnId, stopDeadlineMs);
    if (lanes && (lanes.partner.status === null || lanes.coach.status === null)) return false;
  }
  return true;
}
