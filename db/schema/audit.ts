import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Who did what to whom or what, for ever: a trigger refuses UPDATE, DELETE and TRUNCATE. Ids are opaque and stay when a
 * person is erased; facts hold amounts, roles and names of things, never a text of a conversation and no secret.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null: the program itself, or the operator at the terminal. */
    actorId: uuid("actor_id"),
    /** A deed in words of our own: "invitation revoked". */
    deed: text().notNull(),
    subjectKind: text("subject_kind", {
      enum: ["person", "invitation", "preset", "scenario", "conversation", "site"],
    }).notNull(),
    subjectId: uuid("subject_id"),
    facts: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("audit_log_subject").on(table.subjectKind, table.subjectId),
    index("audit_log_actor").on(table.actorId),
    check(
      "audit_log_subject_kind",
      sql`${table.subjectKind} in ('person', 'invitation', 'preset', 'scenario', 'conversation', 'site')`,
    ),
  ],
);
