import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import type { CalendarEntry } from "./calendar-file.ts";
import type { Plan, RealConversation } from "./real-conversation.ts";

/** Which conversations did this person mean to have, and which did they have? Those that wait for an answer first. */
export async function realConversationsOf(db: Database, ownerId: string): Promise<RealConversation[]> {
  const rows = await db
    .select()
    .from(realConversations)
    .where(eq(realConversations.ownerId, ownerId))
    .orderBy(
      sql`${realConversations.outcome} is not null and ${realConversations.outcome} <> 'not-yet'`,
      asc(realConversations.plannedDay),
      desc(realConversations.hadOn),
      desc(realConversations.createdAt),
    );
  return rows.map(
    ({ id, conversationId, title, goal, outcome, hadOn, howItWent, wentText, keepText, ...row }) => ({
      id,
      conversationId,
      title,
      goal,
      plan: planOf(row),
      answer: outcome && { outcome, hadOn, howItWent, went: wentText, keep: keepText },
    }),
  );
}

export type PlannedReal = Omit<CalendarEntry, "url" | "day" | "time"> & { plan: Plan | null };

/** What is noted of the conversation behind this rehearsal? Null while nothing is. */
export async function plannedReal(
  db: Database,
  { id, ownerId }: OwnConversation,
): Promise<PlannedReal | null> {
  const [row] = await db
    .select()
    .from(realConversations)
    .where(and(eq(realConversations.conversationId, id), eq(realConversations.ownerId, ownerId)));
  if (!row) return null;
  const { title, goal, revision, changedAt } = row;
  return { id: row.id, title, goal, revision, changedAt, plan: planOf(row) };
}

function planOf({ plannedDay, plannedTime }: { plannedDay: string | null; plannedTime: string | null }) {
  return plannedDay === null || plannedTime === null
    ? null
    : { day: plannedDay, time: plannedTime.slice(0, 5) };
}
