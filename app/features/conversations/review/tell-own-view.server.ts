import { and, eq, isNotNull } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import type { OwnView } from "./forms.ts";

/**
 * Keeps how the learner sees an ended conversation; telling it again replaces what was told. Answers false when there is
 * no ended conversation of theirs.
 */
export async function tellOwnView(
  db: Database,
  { id, ownerId }: OwnConversation,
  { view, confidence, dread }: OwnView,
): Promise<boolean> {
  const told = await db
    .update(conversationSessions)
    .set({ ownView: view || null, confidenceAfter: confidence, dreadAfter: dread })
    .where(
      and(
        eq(conversationSessions.id, id),
        eq(conversationSessions.ownerId, ownerId),
        isNotNull(conversationSessions.endedAt),
      ),
    )
    .returning({ id: conversationSessions.id });
  return told.length === 1;
}
