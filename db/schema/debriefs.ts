import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { turns } from "./conversations.ts";

/**
 * The coach's look back on one branch that has ended, asked for by the learner. One for each end, however many tabs ask;
 * what it says stands in its runs.
 */
export const debriefs = pgTable(
  "debriefs",
  {
    conversationId: uuid("conversation_id").notNull(),
    id: uuid().notNull(),
    /** The turn the branch ends with. */
    turnId: uuid("turn_id").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    unique("debriefs_end").on(table.conversationId, table.turnId),
    foreignKey({
      name: "debriefs_turn",
      columns: [table.conversationId, table.turnId],
      foreignColumns: [turns.conversationId, turns.id],
    }).onDelete("cascade"),
  ],
);

/**
 * What the learner asked about a debrief. The coach's answer is in its run; `answer` holds what our own code answered in its
 * place (the help card). No partner ever reads one.
 */
export const debriefQuestions = pgTable(
  "debrief_questions",
  {
    conversationId: uuid("conversation_id").notNull(),
    /** The one the page made; what makes a second post of it the same question. */
    id: uuid().notNull(),
    debriefId: uuid("debrief_id").notNull(),
    text: text().notNull(),
    answer: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    foreignKey({
      name: "debrief_questions_debrief",
      columns: [table.conversationId, table.debriefId],
      foreignColumns: [debriefs.conversationId, debriefs.id],
    }).onDelete("cascade"),
    index("debrief_questions_of").on(table.conversationId, table.debriefId, table.createdAt),
  ],
);
