import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { TokenCounts } from "./people.ts";

/** A named budget an inviter picks. */
export const quotaPresets = pgTable("quota_presets", {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  tokens: integer().notNull(),
  position: integer().notNull(),
});

/** What the operator lets everybody together spend a day (UTC). One row. */
export const dailyCeiling = pgTable(
  "daily_ceiling",
  {
    id: integer().primaryKey().default(1),
    /** Off: nothing is counted or refused. */
    on: boolean("is_on").notNull().default(false),
    /** Weighted tokens a day. */
    tokens: integer().notNull(),
  },
  (table) => [
    check("daily_ceiling_one_row", sql`${table.id} = 1`),
    check("daily_ceiling_tokens", sql`${table.tokens} >= 0`),
  ],
);

/** What was held back and spent on one day (UTC) while the ceiling was on. Weighted tokens. */
export const dailySpending = pgTable(
  "daily_spending",
  {
    day: date().primaryKey(),
    reserved: bigint({ mode: "number" }).notNull().default(0),
    used: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [check("daily_spending_amounts", sql`${table.reserved} >= 0 and ${table.used} >= 0`)],
);

/**
 * Every change of a budget, for ever: a trigger refuses UPDATE, DELETE and TRUNCATE. The payer is an opaque id without a
 * foreign key, so that a person can be erased and the amounts stay.
 */
export const usageLog = pgTable(
  "usage_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    payerId: uuid("payer_id").notNull(),
    kind: text({ enum: ["use", "grant", "adjust", "transfer"] }).notNull(),
    /** Weighted tokens: what came in is positive, what was used is negative. */
    amount: integer().notNull(),
    /** What a run cost beyond its reservation; not the payer's. */
    overage: integer().notNull().default(0),
    runId: uuid("run_id"),
    counts: jsonb().$type<TokenCounts>(),
    /** The provider did not report it; counted from the text received. */
    estimated: boolean().notNull().default(false),
    actorId: uuid("actor_id"),
    reason: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("usage_log_payer").on(table.payerId),
    uniqueIndex("usage_log_once_per_run")
      .on(table.runId)
      .where(sql`${table.kind} = 'use'`),
    check("usage_log_kind", sql`${table.kind} in ('use', 'grant', 'adjust', 'transfer')`),
    check("usage_log_use_is_negative", sql`${table.kind} <> 'use' or ${table.amount} <= 0`),
  ],
);
