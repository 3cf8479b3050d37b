import { sql } from "drizzle-orm";
import { messages } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { isDatabaseAway } from "#db/failures.ts";
import type { LiveLane } from "./live-lanes.ts";
import { leaseEnd } from "./new-run.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";

/**
 * Keeps the stored text of every lane this process writes close behind its live one, and its lease alive: one statement
 * each `flushMs` for all of them together. Each is written under its fence: once somebody else has taken a run over,
 * nothing is written for it any more and its lane is aborted. The same statement brings the news that a stop was asked
 * for, wherever that happened.
 */
export class LaneKeeper {
  #practice: Pick<Practice, "db" | "timing" | "log">;
  #kept = new Map<LiveLane, Kept>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;

  constructor(practice: Pick<Practice, "db" | "timing" | "log">) {
    this.#practice = practice;
  }

  keep(lane: LiveLane): void {
    this.#kept.set(lane, { lane, stored: "", writtenAt: performance.now() });
    this.#timer ??= setInterval(() => this.#tick(), this.#practice.timing.flushMs);
  }

  /** Writes nothing more for this lane; resolves once the last write is through. */
  async release(lane: LiveLane): Promise<void> {
    this.#kept.delete(lane);
    if (this.#kept.size === 0 && this.#timer) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
    await this.#writing;
  }

  #tick(): void {
    // One write at a time: a slow database gets fewer writes, never a queue of them.
    if (this.#writing) return;
    const now = performance.now();
    const due = [...this.#kept.values()].filter(
      ({ lane, stored, writtenAt }) =>
        lane.text !== stored || now - writtenAt >= this.#practice.timing.renewMs,
    );
    if (due.length > 0) this.#writing = this.#store(due).finally(() => (this.#writing = null));
  }

  async #store(due: Kept[]): Promise<void> {
    const given = due.map(({ lane, stored }) => ({
      id: lane.run.id,
      fence: lane.run.fence,
      first_delta_ms: lane.firstDeltaMs,
      counts: lane.usage,
      text: lane.text === stored ? null : lane.text,
    }));
    for (const kept of due) kept.writtenAt = performance.now();
    try {
      const rows = await this.#write(given);
      const news = new Map(rows.map((row) => [row.id, row]));
      for (const [index, kept] of due.entries()) {
        const row = news.get(kept.lane.run.id);
        if (!row?.held) kept.lane.lose();
        else if (row.stop !== null) {
          kept.stored = given[index]?.text ?? kept.stored;
          if (row.stop) kept.lane.stop();
        }
      }
    } catch (error) {
      // One lane's trouble is not the others': each tries alone.
      if (due.length > 1 && !isDatabaseAway(error)) {
        await Promise.all(due.map((one) => this.#store([one])));
        return;
      }
      // The words are still in memory and the next tick tries again; how it ends is told when the lane settles.
      for (const { lane } of due)
        this.#practice.log("warn", "text not stored yet", { run: lane.run.id, lane: lane.run.lane });
    }
  }

  /**
   * `held`: the run is still ours. `stop` is null where somebody is just changing the row (a stop, a takeover): it is not
   * waited for, or two who write many rows could wait for each other; the next write tells.
   */
  #write(given: object[]) {
    return this.#practice.db.execute<{ id: string; held: boolean; stop: boolean | null }>(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          as given (id uuid, fence int, first_delta_ms int, counts jsonb, text text)
      ), held as (
        select ${runs.id} from ${runs} join given using (id)
        where ${runs.status} = 'running' and ${runs.fence} = given.fence
        for update of runs skip locked
      ), renewed as (
        update ${runs} set
          lease_until = ${leaseEnd(this.#practice.timing.leaseMs)},
          first_delta_ms = given.first_delta_ms,
          counts = given.counts,
          text = case when ${runs.subject} = 'turn' then null else coalesce(given.text, ${runs.text}) end
        from given join held using (id)
        where ${runs.id} = given.id
        returning ${runs.id}, ${runs.conversationId}, ${runs.subject}, ${runs.subjectId}, ${runs.lane}, ${runs.attempt},
          ${runs.stopRequestedAt} is not null as stop
      ), written as (
        update ${messages} set text = given.text
        from renewed join given using (id)
        where given.text is not null and renewed.subject = 'turn' and ${messages.conversationId} = renewed.conversation_id
          and ${messages.turnId} = renewed.subject_id and ${messages.role} = renewed.lane
          and ${messages.attempt} = renewed.attempt
      )
      select given.id, renewed.stop, exists (
        select from ${runs} where id = given.id and status = 'running' and fence = given.fence) as held
      from given left join renewed using (id)`);
  }
}

type Kept = { lane: LiveLane; stored: string; writtenAt: number };
