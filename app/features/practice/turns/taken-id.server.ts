import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

/**
 * Does this id, which a page made, name something in this conversation already, on whatever branch: a turn, an aside, a
 * debrief, a question about one? They are looked for, watched, stopped and asked again by their id alone, so that one id
 * never means two things.
 */
export async function isTaken(db: Database, conversationId: string, id: string): Promise<boolean> {
  const [found] = await db.execute<{ taken: boolean }>(sql`
    select ${standsBeside(conversationId, id)}
      or exists (select from turns where conversation_id = ${conversationId} and id = ${id}) as taken`);
  return found?.taken ?? false;
}

/** Whether it names something that is no turn, as a part of a statement. */
export function standsBeside(conversationId: string, id: string): SQL {
  const named = sql`conversation_id = ${conversationId} and id = ${id}`;
  return sql`(exists (select from asides where ${named}) or exists (select from debriefs where ${named})
    or exists (select from debrief_questions where ${named}))`;
}
