import { type SQL, sql } from "drizzle-orm";
import type { Practice } from "#app/features/practice/practice.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";

/** Longer than another instance needs to see the request and settle. */
const stopDeadlineMs = 5_000;

/**
 * Stops whatever still answers in those of a person's conversations (`c`) that `which` picks, on whichever instance, all
 * at once, and waits until that is true. False when something still runs after 5 s.
 */
export async function stopRuns(practice: Practice, ownerId: string, which: SQL): Promise<boolean> {
  const running = await practice.db.execute<{ conversation: string; turn: string }>(sql`
    update runs set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
    from conversation_sessions c
    where c.id = runs.conversation_id and c.owner_id = ${ownerId} and ${which} and runs.status = 'running'
    returning runs.conversation_id as conversation, runs.subject_id as turn`);
  // Not before the row says so: a stop that is only in memory would be lost with this process.
  const stopped = new Set(running.map(({ conversation, turn }) => `${conversation} ${turn}`));
  for (const id of new Set(running.map(({ conversation }) => conversation)))
    for (const lane of practice.live.of(id)) if (stopped.has(`${id} ${lane.run.subjectId}`)) lane.stop();
  const turns = new Map(running.map((run) => [`${run.conversation} ${run.turn}`, run]));
  const ends = await Promise.all(
    [...turns.values()].map(async ({ conversation, turn }) => {
      const lanes = await untilSettled(practice, { id: conversation, ownerId }, turn, stopDeadlineMs);
      return !lanes || (lanes.partner.status !== null && lanes.coach.status !== null);
    }),
  );
  return ends.every(Boolean);
}
