import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Lane } from "#app/ai/model.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { maxTokens, type Practice } from "./practice.ts";

/** The row of a run that begins now. The payer is fixed here: whoever owns the conversation when the budget is held back. */
export function newRun(
  practice: Practice,
  run: {
    conversation: Conversation;
    turnId: string;
    lane: Lane;
    attempt: number;
    status: "running" | "silent";
    /** Weighted tokens. */
    reserved: number;
  },
) {
  const { conversation, turnId, lane, attempt, status, reserved } = run;
  return {
    id: uuidv7(),
    conversationId: conversation.id,
    subject: "turn" as const,
    subjectId: turnId,
    lane,
    attempt,
    status,
    payerId: conversation.ownerId,
    reserved,
    maxTokens: maxTokens[lane],
    model: practice.model.names[lane],
    instance: practice.instance,
    leaseUntil: leaseEnd(practice.timing.leaseMs),
    ...(status === "silent" ? { settledAt: sql`clock_timestamp()`, charged: 0 } : {}),
  };
}

/** On the database's clock, which all instances share. */
export function leaseEnd(leaseMs: number) {
  return sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;
}
