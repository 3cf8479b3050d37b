import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./people.ts";
import { scenarioVersions } from "./scenarios.ts";

/** One rehearsal of one scenario version; `conversation` in URLs. */
export const conversationSessions = pgTable(
  "conversation_sessions",
  {
    id: uuid().primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id),
    scenarioVersionId: uuid("scenario_version_id")
      .notNull()
      .references(() => scenarioVersions.id),
    difficulty: text({ enum: ["easy", "real", "hard"] }).notNull(),
    coachMode: text("coach_mode").notNull(),
    coachTiming: text("coach_timing", { enum: ["after", "alongside"] }).notNull(),
    /** The turn the branch in view ends with. A deferred foreign key to `turns` stands in the migrations. */
    headTurnId: uuid("head_turn_id").notNull(),
    /** Stamped at the start: what did this learner practise with? */
    promptHash: text("prompt_hash").notNull(),
    partnerModel: text("partner_model").notNull(),
    coachModel: text("coach_model").notNull(),
    ending: text({ enum: ["agreement", "next-step", "impasse", "someone-leaves"] }),
    endedBy: text("ended_by", { enum: ["learner", "partner"] }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** What the learner set themselves before they began; null: nothing, or the scenario's own goal. */
    goal: text(),
    redLine: text("red_line"),
    /** How they felt about it, 0 to 10, before and after. */
    confidenceBefore: integer("confidence_before"),
    dreadBefore: integer("dread_before"),
    confidenceAfter: integer("confidence_after"),
    dreadAfter: integer("dread_after"),
    /** Their own view of it, asked for before the coach's. */
    ownView: text("own_view"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastTurnAt: timestamp("last_turn_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("conversation_sessions_owner").on(table.ownerId, table.lastTurnAt),
    check(
      "conversation_sessions_end",
      sql`(${table.endedAt} is null) = (${table.ending} is null) and (${table.endedAt} is null) = (${table.endedBy} is null)`,
    ),
    check(
      "conversation_sessions_feelings",
      sql`${table.confidenceBefore} between 0 and 10 and ${table.dreadBefore} between 0 and 10
        and ${table.confidenceAfter} between 0 and 10 and ${table.dreadAfter} between 0 and 10`,
    ),
  ],
);

/** A tree by parent: rewinding, branching and continuing are the same thing. The id is the one the client made. */
export const turns = pgTable(
  "turns",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversationSessions.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    parentId: uuid("parent_id"),
    /** Distance from turn 0, the partner's opener. */
    ordinal: integer().notNull(),
    /** What the rules read in the learner's message; null on turn 0. */
    moves: jsonb(),
    /** What the coach's model read in it, once its note was written; corrects the state of a later turn. */
    coded: jsonb(),
    /** The partner's state after this turn. */
    state: jsonb().notNull(),
    /** How the coach was set when the turn was taken: the transcript marks assisted turns. */
    coachMode: text("coach_mode").notNull(),
    /** How the branch that this turn closes had ended when another branch came into view; the one in view has its end above. */
    ending: text({ enum: ["agreement", "next-step", "impasse", "someone-leaves"] }),
    endedBy: text("ended_by", { enum: ["learner", "partner"] }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    foreignKey({
      name: "turns_parent",
      columns: [table.conversationId, table.parentId],
      foreignColumns: [table.conversationId, table.id],
    }),
    index("turns_children").on(table.conversationId, table.parentId),
    check("turns_root", sql`(${table.parentId} is null) = (${table.ordinal} = 0)`),
    check(
      "turns_end",
      sql`(${table.endedAt} is null) = (${table.ending} is null) and (${table.endedAt} is null) = (${table.endedBy} is null)`,
    ),
  ],
);

/** The transcript is the log: a lane's text grows here while it streams, and belongs to its attempt. */
export const messages = pgTable(
  "messages",
  {
    conversationId: uuid("conversation_id").notNull(),
    turnId: uuid("turn_id").notNull(),
    role: text({ enum: ["user", "partner", "coach"] }).notNull(),
    attempt: integer().notNull().default(1),
    text: text().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.turnId, table.role, table.attempt] }),
    foreignKey({
      name: "messages_turn",
      columns: [table.conversationId, table.turnId],
      foreignColumns: [turns.conversationId, turns.id],
    }).onDelete("cascade"),
    check("messages_role", sql`${table.role} in ('user', 'partner', 'coach')`),
  ],
);

/**
 * A private exchange between learner and coach, after the turn the conversation had come to: a question, a draft to be
 * looked at before it is sent, or a hint. No partner ever reads one. The coach's words are in its run; `answer` holds
 * those that our own code wrote (a hint, the help card).
 */
export const asides = pgTable(
  "asides",
  {
    conversationId: uuid("conversation_id").notNull(),
    /** The one the page made; what makes a second post of it the same aside. */
    id: uuid().notNull(),
    turnId: uuid("turn_id").notNull(),
    kind: text({ enum: ["question", "draft", "hint"] }).notNull(),
    /** What the learner wrote; empty for a hint. */
    text: text().notNull(),
    /** Of a hint: how far up the ladder, from 1. */
    rung: integer(),
    /** Of a hint: the move it leads to, so that the next rung leads to the same. */
    move: text(),
    answer: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    foreignKey({
      name: "asides_turn",
      columns: [table.conversationId, table.turnId],
      foreignColumns: [turns.conversationId, turns.id],
    }).onDelete("cascade"),
    index("asides_after").on(table.conversationId, table.turnId),
    unique("asides_rung").on(table.conversationId, table.turnId, table.rung),
    check(
      "asides_hint",
      sql`(${table.kind} = 'hint') = (${table.rung} is not null) and (${table.rung} is null) = (${table.move} is null)
        and (${table.rung} is null or ${table.answer} is not null)`,
    ),
  ],
);
