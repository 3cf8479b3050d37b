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

/** As if the model had not answered in this lane, which the scripted one always does. */
export async function failLane(
  db: Database,
  path: string,
  ordinal: number,
  lane: "partner" | "coach",
): Promise<void> {
  const id = path.split("/").at(-1);
  const turn = sql`(select id from turns where conversation_id = ${id} and ordinal = ${ordinal})`;
  await db.execute(sql`
    update runs set status = 'failed', reason = 'overloaded'
    where conversation_id = ${id} and subject_id = ${turn} and lane = ${lane}`);
  await db.execute(sql`
    delete from messages where conversation_id = ${id} and turn_id = ${turn} and role = ${lane}`);
}
