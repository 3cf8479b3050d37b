import { and, eq, isNull } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";

/**
 * Switches what the coach does from the next turn on; what it is writing at this moment it still writes. False when the
 * conversation has ended, or is not theirs.
 */
export async function switchCoach(db: Database, own: OwnConversation, mode: CoachMode): Promise<boolean> {
  const switched = await db
    .update(conversationSessions)
    .set({ coachMode: mode })
    .where(
      and(
        eq(conversationSessions.id, own.id),
        eq(conversationSessions.ownerId, own.ownerId),
        isNull(conversationSessions.endedAt),
      ),
    )
    .returning({ id: conversationSessions.id });
  return switched.length > 0;
}
