import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
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
    /** Null: everyone's. Otherwise private to this learner. The foreign key to `users` stands in the migrations. */
    ownerId: uuid("owner_id"),
    currentVersionId: uuid("current_version_id").references((): AnyPgColumn => scenarioVersions.id),
    /** Order in lists. */
    position: integer().notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("scenarios_published").on(table.status, table.position),
    index("scenarios_owner")
      .on(table.ownerId)
      .where(sql`${table.ownerId} is not null`),
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
    /** Somebody wrote it here, and seeding the catalogue leaves it as it is. */
    byHand: boolean("by_hand").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique("scenario_versions_number").on(table.scenarioId, table.number)],
);

/**
 * What a learner told of their situation, and the draft that was made of it. The draft is what the form shows until it is
 * kept for the first time; from then on a version says what the scenario is.
 */
export const scenarioDrafts = pgTable(
  "scenario_drafts",
  {
    scenarioId: uuid("scenario_id")
      .primaryKey()
      .references(() => scenarios.id, { onDelete: "cascade" }),
    situation: jsonb().notNull(),
    /** Null: not drafted yet, or it went wrong. */
    draft: jsonb(),
    draftedBy: text("drafted_by", { enum: ["model", "rules"] }),
    /** Why no model drafted it; `declined`: it would not, and the answers have to be changed. */
    reason: text({ enum: ["no-budget", "site-limit", "resting", "failed-often", "asked", "declined"] }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check("scenario_drafts_by", sql`(${table.draft} is null) = (${table.draftedBy} is null)`)],
);
