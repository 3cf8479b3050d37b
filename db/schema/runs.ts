import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { conversationSessions } from "./conversations.ts";
import type { TokenCounts } from "./people.ts";
import { scenarios } from "./scenarios.ts";

/**
 * One model call: a subject (a turn, an aside, a debrief, a question about one, the draft of a scenario), a lane and an attempt. A run outlives its
 * request; only the instance that holds its lease and fence may write for it.
 */
export const runs = pgTable(
  "runs",
  {
    id: uuid().primaryKey(),
    /** Null where it belongs to no conversation but to a scenario. */
    conversationId: uuid("conversation_id").references(() => conversationSessions.id, {
      onDelete: "cascade",
    }),
    /** The learner's own scenario that it drafts. */
    scenarioId: uuid("scenario_id").references(() => scenarios.id, { onDelete: "cascade" }),
    subject: text({ enum: ["turn", "aside", "debrief", "debrief-question", "scenario-draft"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    lane: text({ enum: ["partner", "coach"] }).notNull(),
    attempt: integer().notNull(),
    status: text({
      enum: ["running", "complete", "truncated", "partial", "stopped", "refused", "failed", "silent"],
    }).notNull(),
    /** Fixed when the run is reserved; opaque, see `usage_log`. */
    payerId: uuid("payer_id").notNull(),
    /** Weighted tokens held back until the run settles. */
    reserved: integer().notNull(),
    /** The day (UTC) whose ceiling this run was counted on; null while the ceiling was off. */
    ceilingDay: date("ceiling_day"),
    /** What the model may answer at most; part of the reservation. */
    maxTokens: integer("max_tokens").notNull(),
    model: text().notNull(),
    instance: text().notNull(),
    /** Raised whenever somebody else takes the run over; a writer with an older fence writes nothing. */
    fence: integer().notNull().default(1),
    leaseUntil: timestamp("lease_until", { withTimezone: true }).notNull(),
    stopRequestedAt: timestamp("stop_requested_at", { withTimezone: true }),
    firstDeltaMs: integer("first_delta_ms"),
    /** What it says, growing while it streams; null for a lane of a turn, whose words are in `messages`. */
    text: text(),
    counts: jsonb().$type<TokenCounts>(),
    estimated: boolean().notNull().default(false),
    /** The settled text does not begin with what was streamed: a viewer who comes back gets it whole. */
    rewritten: boolean().notNull().default(false),
    /** Weighted tokens settled, never more than `reserved`. */
    charged: integer(),
    /** Why it failed or broke off: a word of the model port, never text of the conversation. */
    reason: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp("settled_at", { withTimezone: true }),
  },
  (table) => [
    unique("runs_attempt").on(
      table.conversationId,
      table.subject,
      table.subjectId,
      table.lane,
      table.attempt,
    ),
    uniqueIndex("runs_one_running_partner")
      .on(table.conversationId)
      .where(sql`${table.lane} = 'partner' and ${table.status} = 'running'`),
    // Of a scenario's draft there is one attempt of each number, and one at a time.
    uniqueIndex("runs_draft_attempt").on(table.scenarioId, table.attempt),
    uniqueIndex("runs_one_running_draft")
      .on(table.scenarioId)
      .where(sql`${table.status} = 'running'`),
    // In an aside the coach answers one question after the other.
    uniqueIndex("runs_one_running_aside")
      .on(table.conversationId)
      .where(sql`${table.subject} = 'aside' and ${table.status} = 'running'`),
    index("runs_lease")
      .on(table.leaseUntil)
      .where(sql`${table.status} = 'running'`),
    index("runs_payer").on(table.payerId, table.createdAt),
    check("runs_words", sql`(${table.subject} = 'turn') = (${table.text} is null)`),
    check(
      "runs_belong",
      sql`num_nonnulls(${table.conversationId}, ${table.scenarioId}) = 1
        and (${table.scenarioId} is not null) = (${table.subject} = 'scenario-draft')`,
    ),
    check("runs_settled", sql`(${table.status} = 'running') = (${table.settledAt} is null)`),
    check(
      "runs_amounts",
      sql`${table.reserved} >= 0 and (${table.charged} is null or ${table.charged} between 0 and ${table.reserved})`,
    ),
  ],
);
