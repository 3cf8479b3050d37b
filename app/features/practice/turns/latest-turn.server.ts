import { and, eq, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";

/** Which turn has this conversation come to, and does anything of it still run? Null when there is none of theirs. */
export async function latestTurn(
  db: Database,
  own: OwnConversation,
): Promise<{ turnId: string; running: boolean } | null> {
  const [latest] = await db
    .select({
      turnId: conversationSessions.headTurnId,
      running: sql<boolean>`exists (select from ${runs} where ${runs.conversationId} = ${own.id}
        and ${runs.subject} = 'turn' and ${runs.subjectId} = ${conversationSessions.headTurnId} and ${runs.status} = 'running')`,
    })
    .from(conversationSessions)
    .where(and(eq(conversationSessions.id, own.id), eq(conversationSessions.ownerId, own.ownerId)));
  return latest ?? null;
}
