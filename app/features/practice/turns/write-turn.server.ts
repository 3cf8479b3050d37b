import { sql } from "drizzle-orm";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import {
  type Held,
  type HeldRow,
  heldColumns,
  holdingBack,
  holdingNothing,
  readHeld,
} from "#app/features/budgets/hold-back.server.ts";
import type { Database } from "#db/client.server.ts";
import { isUniqueViolation, untilUncrossed } from "#db/failures.ts";
import type { PlannedRun } from "#app/features/practice/lanes/new-run.server.ts";
import { standsBeside } from "./taken-id.server.ts";

type NewTurn = { conversation: Conversation; turn: Turn; parent: Turn; planned: PlannedRun[] };

/**
 * Writes a turn whole or not at all, in one statement: the learner's words, an empty text and a run for each lane, the
 * budget they hold back (the guard that lets no number of turns at once hold back more than is there), and the
 * conversation's new head. A guest's first turn uses their seat. `crossed`: somebody moved the conversation or its budget
 * since it was read. `taken`: its id names something beside the turns. Nothing was written unless `held`. Where no lane
 * runs (the help card), neither budget nor id has a say.
 */
export async function writeTurn(db: Database, given: NewTurn): Promise<Held | { outcome: "taken" }> {
  try {
    const [done] = await untilUncrossed(() => write(db, given));
    if (done?.taken) return { outcome: "taken" };
    if (!done?.unmoved) return { outcome: "crossed" };
    return await readHeld(db, done, amountOf(given.planned));
  } catch (error) {
    // The same turn, or another answer of the partner, written in this very moment.
    if (isUniqueViolation(error)) return { outcome: "crossed" };
    throw error;
  }
}

function write(
  db: Database,
  { conversation: { id, ownerId, headTurnId, coachMode }, turn, parent, planned }: NewTurn,
) {
  const texts = [
    { role: "user", text: turn.learner },
    ...planned.flatMap(({ lane, status }) =>
      status === "running" || turn[lane].text !== "" ? [{ role: lane, text: turn[lane].text }] : [],
    ),
  ];
  const runs = planned.map(({ id: runId, lane, status, reserved, maxTokens, model, instance, leaseMs }) => ({
    id: runId,
    lane,
    status,
    reserved,
    max_tokens: maxTokens,
    model,
    instance,
    lease_seconds: leaseMs / 1_000,
  }));
  const asks = { payerId: ownerId, amount: amountOf(planned), when: sql`exists (select from room)` };
  const isAnswered = planned.some(({ status }) => status === "running");
  const holding = isAnswered ? holdingBack(asks) : holdingNothing(asks);
  const taken = isAnswered ? standsBeside(id, turn.id) : sql`false`;
  return db.execute<HeldRow & { unmoved: boolean; taken: boolean }>(sql`
    with beside as (
      select ${taken} as taken
    ), room as (
      select id from conversation_sessions
      where id = ${id} and owner_id = ${ownerId} and head_turn_id = ${headTurnId} and ended_at is null
        and not (select taken from beside)
      for update
    ), ${holding}, head as (
      update conversation_sessions set head_turn_id = ${turn.id}, last_turn_at = clock_timestamp()
      where id = ${id} and exists (select from payer)
    ), turn as (
      insert into turns (conversation_id, id, parent_id, ordinal, moves, state, coach_mode)
      select ${id}, ${turn.id}, ${parent.id}, ${turn.ordinal}::int, ${turn.moves && JSON.stringify(turn.moves)}::jsonb,
        ${JSON.stringify(turn.state)}::jsonb, ${coachMode}
      from payer
    ), texts as (
      insert into messages (conversation_id, turn_id, role, text)
      select ${id}, ${turn.id}, role, text
      from payer, jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as given (role text, text text)
    ), begun as (
      insert into runs (id, conversation_id, subject, subject_id, lane, attempt, status, payer_id, reserved,
        ceiling_day, max_tokens, model, instance, lease_until, settled_at, charged)
      select given.id, ${id}, 'turn', ${turn.id}, lane, 1, status, ${ownerId}, reserved,
        (select day from ceiling), max_tokens, model, instance,
        clock_timestamp() + make_interval(secs => lease_seconds),
        case status when 'running' then null else clock_timestamp() end,
        case status when 'running' then null else 0 end
      from payer, jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) as given (id uuid, lane text, status text,
        reserved int, max_tokens int, model text, instance text, lease_seconds float8)
    )
    select exists (select from room) as unmoved, (select taken from beside) as taken, ${heldColumns(ownerId)}`);
}

function amountOf(planned: PlannedRun[]): number {
  return planned.reduce((sum, { reserved }) => sum + reserved, 0);
}
