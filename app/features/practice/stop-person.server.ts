import { and, eq } from "drizzle-orm";
import { conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { Practice } from "./practice.ts";
import { stopConversation } from "./stop-turn.server.ts";

/** Stops whatever still answers a person, in all their conversations at once and on whichever instance. False when something still runs after 5 s. */
export async function stopPerson(practice: Practice, personId: string): Promise<boolean> {
  const answering = await practice.db
    .selectDistinct({ id: conversationSessions.id, ownerId: conversationSessions.ownerId })
    .from(conversationSessions)
    .innerJoin(runs, and(eq(runs.conversationId, conversationSessions.id), eq(runs.status, "running")))
    .where(eq(conversationSessions.ownerId, personId));
  const stopped = await Promise.all(answering.map((own) => stopConversation(practice, own)));
  return stopped.every(Boolean);
}
