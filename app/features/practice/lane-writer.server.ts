import { sql } from "drizzle-orm";
import type { Usage } from "#app/ai/model.ts";
import { messages } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { LiveLane } from "./live-lanes.ts";
import { leaseEnd } from "./new-run.server.ts";
import type { Practice } from "./practice.ts";

/**
 * Keeps one lane's stored text close behind its live one, and its lease alive. Each write carries the fence: once somebody
 * else has taken the run over, nothing is written any more and the lane is aborted. The same statement brings the news
 * that a stop was asked for, wherever that happened.
 */
export class LaneWriter {
  /** Somebody else holds the run now. */
  lost = false;
  usage: Usage | null = null;
  firstDeltaMs: number | null = null;
  #practice: Practice;
  #lane: LiveLane;
  #stored = "";
  #lastWrite = performance.now();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout;

  constructor(practice: Practice, lane: LiveLane) {
    this.#practice = practice;
    this.#lane = lane;
    this.#timer = setInterval(() => this.#tick(), practice.timing.flushMs);
  }

  /** Stops writing; resolves once the last write is through. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  #busy = false;

  #tick(): void {
    const due = performance.now() - this.#lastWrite >= this.#practice.timing.renewMs;
    // One write at a time: a slow database gets fewer writes, never a queue of them.
    if (this.#busy || (this.#lane.text === this.#stored && !due)) return;
    this.#busy = true;
    this.#writing = this.#write().finally(() => (this.#busy = false));
  }

  async #write(): Promise<void> {
    const { run, text } = this.#lane;
    this.#lastWrite = performance.now();
    try {
      const renewed = await this.#practice.db.execute<{ stop: boolean }>(sql`
        with renewed as (
          update ${runs} set
            lease_until = ${leaseEnd(this.#practice.timing.leaseMs)},
            first_delta_ms = ${this.firstDeltaMs}::int,
            counts = ${this.usage === null ? null : JSON.stringify(this.usage)}::jsonb
          where id = ${run.id} and status = 'running' and fence = ${run.fence}
          returning stop_requested_at is not null as stop
        ), written as (
          update ${messages} set text = ${text}
          where conversation_id = ${run.conversationId} and turn_id = ${run.turnId} and role = ${run.lane}
            and attempt = ${run.attempt} and exists (select from renewed)
        )
        select stop from renewed`);
      const [row] = renewed;
      if (!row) {
        this.lost = true;
        this.#lane.stop();
      } else {
        this.#stored = text;
        if (row.stop) this.#lane.stop();
      }
    } catch {
      // The words are still in memory and the next tick tries again; how it ends is told when the lane settles.
      this.#practice.log("warn", "text not stored yet", { run: run.id, lane: run.lane });
    }
  }
}
