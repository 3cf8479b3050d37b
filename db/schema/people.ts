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
  uuid,
} from "drizzle-orm/pg-core";
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
    /** Google says the address is theirs. Nothing but `ADMIN_EMAILS` ever depends on it. */
    emailVerified: boolean("email_verified").notNull().default(false),
    /** Google's `sub`: the identity. The e-mail address is only shown. */
    googleSubject: text("google_subject").unique(),
    /** Raised to end every session of this person at once. */
    sessionEpoch: integer("session_epoch").notNull().default(0),
    invitationId: uuid("invitation_id").references((): AnyPgColumn => invitations.id),
    /**
     * How a guest stands in the invitation: a seat is held until the first turn uses it, and lapses 15 minutes after it
     * was claimed without one. Null for everybody who came without an invitation.
     */
    seat: text({ enum: ["held", "used", "lapsed"] }),
    seatHeldUntil: timestamp("seat_held_until", { withTimezone: true }),
    /** The account a guest's conversations and budget were moved to; the guest's own sessions ended then. */
    movedTo: uuid("moved_to").references((): AnyPgColumn => users.id, { onDelete: "set null" }),
    /** When this guest said "not now" to linking a Google account. */
    linkDismissedAt: timestamp("link_dismissed_at", { withTimezone: true }),
    /** Shut out by an admin: no session of theirs is good any more. */
    disabledAt: timestamp("disabled_at", { withTimezone: true }),
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
    index("users_moved_to").on(table.movedTo),
    check(
      "users_seat",
      sql`(${table.seat} is not distinct from 'held') = (${table.seatHeldUntil} is not null)`,
    ),
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

/** One-time links that sign the owner in as administrator; only hashes, as with invitations. */
export const ownerLinks = pgTable("owner_links", {
  id: uuid().primaryKey(),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  usedAt: timestamp("used_at", { withTimezone: true }),
});

/**
 * What a Google account had been given by the time its person erased themselves: coming back brings no fresh budget. The
 * identity is a keyed hash that tells nobody anything, and there is nothing else in the row.
 */
export const formerAccounts = pgTable("former_accounts", {
  subjectHash: text("subject_hash").primaryKey(),
  /** Weighted tokens that came with roles, in all. */
  grantedTokens: integer("granted_tokens").notNull(),
});

/** Raw counts as the provider reports them, before weighting. */
export type TokenCounts = { input: number; output: number; cacheRead: number; cacheWrite: number };

function noTokens(): TokenCounts {
  return { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
}
