import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { scenarios } from "./scenarios.ts";

/** Lookups of unknown links, by address and minute: somebody may be guessing. Rows are kept for an hour. */
export const failedLookups = pgTable(
  "failed_lookups",
  {
    /** SHA-256 of the address, hex: it only has to be told apart from others. */
    addressHash: text("address_hash").notNull(),
    minute: timestamp({ withTimezone: true }).notNull(),
    failures: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.addressHash, table.minute] })],
);

/** A link with a token budget. It only allots: what a guest may spend stands in the guest's own row. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the 256-bit token, hex. The token itself is stored nowhere. */
    tokenHash: text("token_hash").notNull().unique(),
    /** Who it is for, in the inviter's words; shown to the guest. */
    label: text().notNull(),
    note: text(),
    scenarioId: uuid("scenario_id").references(() => scenarios.id),
    /** `start`: printed by a start of the program on the embedded database; the next start closes it to newcomers. */
    source: text({ enum: ["start", "person"] }).notNull(),
    createdBy: uuid("created_by"),
    /** Whose budget the seats were taken from (a POWER_USER's); null: the operator's. Opaque, see `usage_log`. */
    fundedBy: uuid("funded_by"),
    /** What unused seats held has gone back to whoever funded them. */
    refundedAt: timestamp("refunded_at", { withTimezone: true }),
    /** Per seat; a snapshot, so that changing a preset changes no invitation. */
    quota: jsonb().$type<{ tokens: number; preset: string | null }>().notNull(),
    usage: jsonb().$type<{ seats: number }>().notNull().default({ seats: 0 }),
    quotaTokens: integer("quota_tokens").notNull(),
    seats: integer().notNull(),
    seatsTaken: integer("seats_taken").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    /** Takes nobody new; its guests keep session and budget. */
    closedAt: timestamp("closed_at", { withTimezone: true }),
  },
  (table) => [
    check(
      "invitations_counters",
      sql`${table.quotaTokens} >= 0 and ${table.seats} > 0 and ${table.seatsTaken} >= 0 and ${table.seatsTaken} <= ${table.seats}`,
    ),
  ],
);
