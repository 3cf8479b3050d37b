import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import type { Answer, Plan } from "./real-conversation.ts";

/**
 * Notes when the conversation that was rehearsed is to be had for real, or (`plan` null) that there is one to be asked
 * about. There is one note for each rehearsal: planning again changes it, and a calendar is told by its revision. Returns
 * its id.
 */
export async function noteReal(db: Database, conversation: Conversation, plan: Plan | null): Promise<string> {
  const { id: conversationId, ownerId, content, goal } = conversation;
  const planned = { plannedDay: plan?.day ?? null, plannedTime: plan?.time ?? null };
  const row = { id: uuidv7(), ownerId, conversationId, title: content.title, goal, ...planned };
  const [noted] = await db
    .insert(realConversations)
    .values(row)
    .onConflictDoUpdate({
      target: realConversations.conversationId,
      set: {
        ...(plan && planned),
        ...(plan && { revision: sql`${realConversations.revision} + 1` }),
        ownerId,
        changedAt: sql`clock_timestamp()`,
      },
      setWhere: eq(realConversations.ownerId, ownerId),
    })
    .returning({ id: realConversations.id });
  return noted?.id ?? row.id;
}

/** Keeps what somebody tells of a conversation they had, or did not have. False when there is no such note of theirs. */
export async function answerReal(
  db: Database,
  { id, ownerId }: { id: string; ownerId: string },
  { outcome, hadOn, howItWent, went, keep }: Answer,
): Promise<boolean> {
  const changed = await db
    .update(realConversations)
    .set({
      ...{ outcome, hadOn, howItWent, wentText: went, keepText: keep },
      changedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(realConversations.id, id), eq(realConversations.ownerId, ownerId)))
    .returning({ id: realConversations.id });
  return changed.length === 1;
}

/** Deletes one note; the rehearsal stays. False when there is no such note of theirs. */
export async function forgetReal(
  db: Database,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<boolean> {
  const gone = await db
    .delete(realConversations)
    .where(and(eq(realConversations.id, id), eq(realConversations.ownerId, ownerId)))
    .returning({ id: realConversations.id });
  return gone.length === 1;
}
