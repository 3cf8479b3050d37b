import { and, count, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Role } from "#app/features/accounts/person.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { namelessWords } from "./admin-words.ts";

export type PersonEntry = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  /** Weighted tokens. */
  left: number;
  closed: boolean;
  /** Their time has run out, or their invitation was withdrawn. */
  over: boolean;
  cameAt: string;
};

export type PersonDetails = PersonEntry & {
  emailVerified: boolean;
  google: boolean;
  expiresAt: string | null;
  disabledAt: string | null;
  moved: boolean;
  /** By whoever made the invitation they came by. */
  withdrawn: boolean;
  quota: number;
  used: number;
  held: number;
  /** Metadata only: nothing that was said is read for this page. */
  conversations: number;
  lastPractisedAt: string | null;
};

export type PeopleAsked = {
  /** A part of a name or an address, or a whole id; empty for everyone. */
  search: string;
  /** Null: every role. */
  role: Role | null;
  /** From 1. */
  page: number;
  pageSize: number;
};

/** Who is here, guests included? Those who came last first. */
export async function peopleLike(
  db: Database,
  { search, role, page, pageSize }: PeopleAsked,
): Promise<{ entries: PersonEntry[]; total: number }> {
  const part = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const asked = and(
    role === null ? undefined : eq(users.role, role),
    search === ""
      ? undefined
      : or(
          ilike(users.name, part),
          ilike(users.email, part),
          sql`${users.id}::text = ${search.toLowerCase()}`,
        ),
  );
  const [counted] = await db.select({ total: count() }).from(users).where(asked);
  const rows = await db
    .select(shown)
    .from(users)
    .where(asked)
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { entries: rows.map((row) => entryOf(row)), total: counted?.total ?? 0 };
}

/** What do administrators know of this person? Null when there is nobody. */
export async function personDetails(db: Database, id: string): Promise<PersonDetails | null> {
  const [row] = await db
    .select({
      ...shown,
      emailVerified: users.emailVerified,
      expiresAt: users.expiresAt,
      movedTo: users.movedTo,
      withdrawn: sql<boolean>`exists (select from ${invitations} where id = users.invitation_id and revoked_at is not null)`,
      quota: users.quotaTokens,
      used: users.usedTokens,
      held: users.reservedTokens,
      conversations: sql<number>`(select count(*)::int from ${conversationSessions} where owner_id = users.id)`,
      lastPractisedAt: sql<
        string | null
      >`(select to_char(max(last_turn_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from ${conversationSessions} where owner_id = users.id)`,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!row) return null;
  const { emailVerified, withdrawn, quota, used, held, conversations, lastPractisedAt } = row;
  return {
    ...entryOf(row),
    emailVerified,
    google: row.google,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    moved: row.movedTo !== null,
    withdrawn,
    quota,
    used,
    held,
    conversations,
    lastPractisedAt,
  };
}

const shown = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  left: sql<number>`greatest(0, ${users.quotaTokens} - ${users.usedTokens} - ${users.reservedTokens})::int`,
  disabledAt: users.disabledAt,
  over: sql<boolean>`coalesce(${users.expiresAt} <= clock_timestamp(), false)`,
  createdAt: users.createdAt,
  invited: sql<boolean>`${users.invitationId} is not null`,
  google: sql<boolean>`${users.googleSubject} is not null`,
};

type Shown = {
  id: string;
  name: string | null;
  email: string | null;
  role: Role;
  left: number;
  disabledAt: Date | null;
  over: boolean;
  createdAt: Date;
  invited: boolean;
  google: boolean;
};

function entryOf({
  id,
  name,
  email,
  role,
  left,
  disabledAt,
  over,
  createdAt,
  invited,
  google,
}: Shown): PersonEntry {
  return {
    id,
    name: name ?? nameless({ invited, google }),
    email,
    role,
    left,
    closed: disabledAt !== null,
    over,
    cameAt: createdAt.toISOString(),
  };
}

/** An account without Google that came by no invitation came by the owner link. */
export function nameless({ invited, google }: { invited: boolean; google: boolean }): string {
  if (google) return namelessWords.account;
  return invited ? namelessWords.guest : namelessWords.owner;
}
