import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  time,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { conversationSessions } from "./conversations.ts";
import { users } from "./people.ts";

/**
 * The conversation somebody rehearsed for, outside of here: when they mean to have it, and how it went. It outlives the
 * rehearsal it was made from.
 */
export const realConversations = pgTable(
  "real_conversations",
  {
    id: uuid().primaryKey(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").references(() => conversationSessions.id, {
      onDelete: "set null",
    }),
    /** The scenario's title and what they were after, as they stood when it was planned. */
    title: text().notNull(),
    goal: text(),
    /** As the clock on their own wall says it: a time zone would be a guess. Null: no reminder was asked for. */
    plannedDay: date("planned_day"),
    plannedTime: time("planned_time"),
    /** Counts the changes of the plan, so that a calendar takes the newer file for the same entry. */
    revision: integer().notNull().default(0),
    /** Null: not answered yet. */
    outcome: text({ enum: ["had", "not-yet", "dropped"] }),
    hadOn: date("had_on"),
    /** 0 (badly) to 10 (well). */
    howItWent: integer("how_it_went"),
    wentText: text("went_text"),
    keepText: text("keep_text"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("real_conversations_rehearsal").on(table.conversationId),
    index("real_conversations_owner").on(table.ownerId, table.createdAt),
    check("real_conversations_plan", sql`(${table.plannedDay} is null) = (${table.plannedTime} is null)`),
    check("real_conversations_how", sql`${table.howItWent} is null or ${table.howItWent} between 0 and 10`),
  ],
);
