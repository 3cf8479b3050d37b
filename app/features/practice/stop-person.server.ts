import { eq } from "drizzle-orm";
import { conversationSessions } from "#db/schema/conversations.ts";
import type { Practice } from "./practice.ts";
import { stopConversation } from "./stop-turn.server.ts";

/** Stops whatever still answers this person, on whichever instance. False when something still runs after 5 s. */
export async function stopPerson(practice: Practice, personId: string): Promise<boolean> {
  const conversations = await practice.db
    .select({ id: conversationSessions.id, ownerId: conversationSessions.ownerId })
    .from(conversationSessions)
    .where(eq(conversationSessions.ownerId, personId));
  const stopped = await Promise.all(conversations.map((own) => stopConversation(practice, own)));
  return stopped.every(Boolean);
}
