import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { invitations } from "./invitations.ts";

/**
 * Everyone who owns anything: learners, admins and guests. A guest is a user without a Google identity.
 * The integer counters decide what may be spent; the JSON beside them is evidence for people and exports.
 */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    role: text({ enum: ["GUEST", "USER", "POWER_USER", "ADMIN"] }).notNull(),
    name: text(),
    email: text(),
    /** Google's `sub`: the identity. The e-mail address is only shown. */
    googleSubject: text("google_subject").unique(),
    /** Raised to end every session of this person at once. */
    sessionEpoch: integer("session_epoch").notNull().default(0),
    invitationId: uuid("invitation_id").references(() => invitations.id),
    quota: jsonb().$type<{ tokens: number; preset: string | null }>().notNull(),
    usage: jsonb().$type<TokenCounts>().notNull().default(noTokens()),
    quotaTokens: integer("quota_tokens").notNull(),
    usedTokens: integer("used_tokens").notNull().default(0),
    reservedTokens: integer("reserved_tokens").notNull().default(0),
    /** What turns cost beyond their reservation; the operator pays it. */
    overageTokens: integer("overage_tokens").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    /** A guest's access ends with the invitation. */
    expiresAt: timestamp("expires_at", { withTimezone: true }),
  },
  (table) => [
    index("users_invitation").on(table.invitationId),
    check("users_role", sql`${table.role} in ('GUEST', 'USER', 'POWER_USER', 'ADMIN')`),
    check(
      "users_counters",
      sql`${table.quotaTokens} >= 0 and ${table.usedTokens} >= 0 and ${table.reservedTokens} >= 0 and ${table.overageTokens} >= 0`,
    ),
  ],
);

/** Sessions are stateless cookies; only those signed out before they expire are remembered, until they would have. */
export const signedOutSessions = pgTable(
  "signed_out_sessions",
  {
    id: uuid().primaryKey(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("signed_out_sessions_expiry").on(table.expiresAt)],
);

/** Raw counts as the provider reports them, before weighting. */
export type TokenCounts = { input: number; output: number; cacheRead: number; cacheWrite: number };

function noTokens(): TokenCounts {
  return { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
}
