import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

export type StoredTurn = { ordinal: number; learner: string; partner: string; coach: string };

/** The turns of a conversation that the database holds, on whatever branch, in the order they were taken; not the opener. */
export async function storedTurns(db: Database, path: string): Promise<StoredTurn[]> {
  const id = path.split("/").at(-1);
  const rows = await db.execute<StoredTurn>(sql`
    select t.ordinal, ${lastText("user")} learner, ${lastText("partner")} partner, ${lastText("coach")} coach
    from turns t where t.conversation_id = ${id} and t.ordinal > 0 order by t.created_at`);
  return [...rows];
}

function lastText(role: string) {
  return sql`coalesce((
    select m.text from messages m
    where m.conversation_id = t.conversation_id and m.turn_id = t.id and m.role = ${role}
    order by m.attempt desc limit 1), '')`;
}
