import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

/** A practice situation; what it says stands in its versions. */
export const scenarios = pgTable(
  "scenarios",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    status: text({ enum: ["draft", "published", "archived"] }).notNull(),
    /** Null: everyone's. Otherwise private to this learner. */
    ownerId: uuid("owner_id"),
    currentVersionId: uuid("current_version_id").references((): AnyPgColumn => scenarioVersions.id),
    /** Order in lists. */
    position: integer().notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("scenarios_published").on(table.status, table.position),
    check("scenarios_status", sql`${table.status} in ('draft', 'published', 'archived')`),
  ],
);

/** Never changed once written: a conversation pins one. */
export const scenarioVersions = pgTable(
  "scenario_versions",
  {
    id: uuid().primaryKey(),
    scenarioId: uuid("scenario_id")
      .notNull()
      .references((): AnyPgColumn => scenarios.id),
    number: integer().notNull(),
    content: jsonb().notNull(),
    /** SHA-256 of the content: publishing the same words again makes no new version. */
    contentHash: text("content_hash").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique("scenario_versions_number").on(table.scenarioId, table.number)],
);
