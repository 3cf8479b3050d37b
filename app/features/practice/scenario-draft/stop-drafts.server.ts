import { type SQL, sql } from "drizzle-orm";
import type { Practice } from "#app/features/practice/practice.ts";
import { untilDrafted } from "./until-drafted.server.ts";

/** Longer than another instance needs to see the request and settle. */
const stopDeadlineMs = 5_000;

/**
 * Stops the drafting of those of a person's scenarios (`s`) that `which` picks, on whichever instance, and waits until
 * that is true. False when one is still drafted after 5 s.
 */
export async function stopDrafts(practice: Practice, ownerId: string, which: SQL): Promise<boolean> {
  const running = await practice.db.execute<{ id: string }>(sql`
    update runs set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
    from scenarios s
    where s.id = runs.scenario_id and s.owner_id = ${ownerId} and ${which} and runs.status = 'running'
    returning s.id`);
  // Not before the row says so: a stop that is only in memory would be lost with this process.
  for (const { id } of running) for (const lane of practice.live.of(id)) lane.stop();
  const ended = await Promise.all(
    running.map(({ id }) => untilDrafted(practice, { id, ownerId }, stopDeadlineMs)),
  );
  return ended.every(Boolean);
}
