import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Lane } from "#app/ai/model.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { maxTokens, type Practice } from "#app/features/practice/practice.ts";

/** A run that is to begin. The payer is fixed here: whoever owns the conversation when the budget is held back. */
export type PlannedRun = {
  id: string;
  lane: Lane;
  attempt: number;
  status: "running" | "silent";
  payerId: string;
  /** Weighted tokens. */
  reserved: number;
  maxTokens: number;
  model: string;
  instance: string;
  leaseMs: number;
};

export function planRun(
  practice: Practice,
  conversation: Conversation,
  run: Pick<PlannedRun, "lane" | "attempt" | "status" | "reserved">,
): PlannedRun {
  return {
    ...run,
    id: uuidv7(),
    payerId: conversation.ownerId,
    maxTokens: maxTokens[run.lane],
    model: practice.model.names[run.lane],
    instance: practice.instance,
    leaseMs: practice.timing.leaseMs,
  };
}

/** On the database's clock, which all instances share. */
export function leaseEnd(leaseMs: number) {
  return sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;
}
