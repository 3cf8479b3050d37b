import { and, count, desc, eq, ilike, sql } from "drizzle-orm";
import { type Inviter, mineOf } from "#app/features/invitations/inviter.server.ts";
import type { Standing } from "#app/features/invitations/invitation.ts";
import { seatsGone, standing } from "#app/features/invitations/standing.server.ts";
import type { Database } from "#db/client.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { InvitationInFull, KeptInvitation } from "./kept-invitation.ts";

export type InvitationsAsked = {
  /** All when left out. */
  state: Standing | null;
  /** Part of the label. */
  search: string;
  /** The first page is 1. */
  page: number;
  pageSize: number;
};

/** Which invitations do they keep? The newest first, with how many there are in all. */
export async function invitationsOf(
  db: Database,
  inviter: Inviter,
  { state, search, page, pageSize }: InvitationsAsked,
): Promise<{ entries: KeptInvitation[]; total: number }> {
  const asked = and(
    mineOf(inviter),
    state === null ? undefined : eq(standing, state),
    search === "" ? undefined : ilike(invitations.label, `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`),
  );
  const [counted] = await db.select({ total: count() }).from(invitations).where(asked);
  const rows = await db
    .select(listed)
    .from(invitations)
    .where(asked)
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { entries: rows.map(asEntry), total: counted?.total ?? 0 };
}

/** Is this invitation theirs, and how does it stand? */
export async function keptInvitation(
  db: Database,
  inviter: Inviter,
  id: string,
): Promise<InvitationInFull | null> {
  const [row] = await db
    .select({
      ...listed,
      note: invitations.note,
      scenario: sql<string | null>`${scenarioVersions.content}->>'title'`,
      preset: sql<string | null>`${invitations.quota}->>'preset'`,
      isFunded: sql<boolean>`${invitations.fundedBy} is not null`,
      guests: sql<number>`(select count(*)::int from users where ${itsGuest})`,
      conversations: sql<number>`(select count(*)::int from conversation_sessions
        join users on users.id = owner_id where ${itsGuest} and ended_at is null)`,
    })
    .from(invitations)
    .leftJoin(scenarios, eq(scenarios.id, invitations.scenarioId))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
    .where(and(eq(invitations.id, id), mineOf(inviter)));
  if (!row) return null;
  const { note, scenario, preset, isFunded, guests, conversations } = row;
  return { ...asEntry(row), note, scenario, preset, isFunded, ends: { guests, conversations } };
}

const listed = {
  id: invitations.id,
  label: invitations.label,
  source: invitations.source,
  standing,
  seats: invitations.seats,
  taken: seatsGone,
  perSeat: invitations.quotaTokens,
  used: sql<number>`(select coalesce(sum(used_tokens), 0)::int from users where users.invitation_id = invitations.id)`,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

const itsGuest = sql`users.invitation_id = invitations.id and users.moved_to is null
  and users.google_subject is null and users.seat in ('held', 'used')`;

type Row = Omit<KeptInvitation, "isStart" | "createdAt" | "expiresAt"> & {
  source: "start" | "person";
  createdAt: Date;
  expiresAt: Date;
};

function asEntry(row: Row): KeptInvitation {
  const { id, label, source, seats, taken, perSeat, used, createdAt, expiresAt } = row;
  return {
    id,
    label,
    isStart: source === "start",
    standing: row.standing,
    seats,
    taken,
    perSeat,
    used,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
