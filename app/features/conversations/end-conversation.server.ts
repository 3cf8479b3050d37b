import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import type { Ending } from "./conversation.ts";
import type { OwnConversation } from "./queries.server.ts";

/**
 * Ends the conversation: `by` is the partner when the learner accepts an ending the partner proposed. Ending twice keeps
 * the first ending. Answers false when there is no such conversation of theirs.
 */
export async function endConversation(
  db: Database,
  { id, ownerId }: OwnConversation,
  end: { ending: Ending; by: "learner" | "partner" },
): Promise<boolean> {
  const own = and(eq(conversationSessions.id, id), eq(conversationSessions.ownerId, ownerId));
  const ended = await db
    .update(conversationSessions)
    .set({ ending: end.ending, endedBy: end.by, endedAt: sql`clock_timestamp()` })
    .where(and(own, isNull(conversationSessions.endedAt)))
    .returning({ id: conversationSessions.id });
  if (ended.length === 1) return true;
  const [already] = await db.select({ id: conversationSessions.id }).from(conversationSessions).where(own);
  return already !== undefined;
}
