import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
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
