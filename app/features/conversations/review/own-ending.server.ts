import { and, eq } from "drizzle-orm";
import type { Ending } from "#app/features/conversations/conversation.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";

/**
 * The learner says how it ended, after they ended it themselves; as often as they like. What the partner offered and they
 * accepted stays as it was. Answers false when there is no such end.
 */
export async function tellEnding(db: Database, own: OwnConversation, ending: Ending): Promise<boolean> {
  return changeOwnEnd(db, own, { ending });
}

/** Takes the learner's own end back: the conversation goes on where it was. Answers false when there is no such end. */
export async function reopenConversation(db: Database, own: OwnConversation): Promise<boolean> {
  return changeOwnEnd(db, own, { ending: null, endedBy: null, endedAt: null });
}

async function changeOwnEnd(
  db: Database,
  { id, ownerId }: OwnConversation,
  change: { ending: Ending } | { ending: null; endedBy: null; endedAt: null },
): Promise<boolean> {
  const changed = await db
    .update(conversationSessions)
    .set(change)
    .where(
      and(
        eq(conversationSessions.id, id),
        eq(conversationSessions.ownerId, ownerId),
        eq(conversationSessions.endedBy, "learner"),
      ),
    )
    .returning({ id: conversationSessions.id });
  return changed.length === 1;
}
