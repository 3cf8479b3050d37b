import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Role } from "#app/features/accounts/person.ts";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { hashToken } from "./invitation-token.server.ts";
import { makeInvitation } from "./make-invitation.server.ts";

/** Somebody with an account, and so many weighted tokens. */
export async function account(db: Database, role: Role, tokens = 25_000): Promise<string> {
  const id = uuidv7();
  const quota = { tokens, preset: null };
  await db.insert(users).values({ id, role, googleSubject: `sub-${id}`, quota, quotaTokens: tokens });
  await db.insert(usageLog).values({ payerId: id, kind: "grant", amount: tokens });
  return id;
}

/** The token of an invitation as an administrator makes it. */
export function invitationOf(db: Database, seats: number, tokens = 50_000): Promise<string> {
  return makeInvitation(db, {
    label: "Grace",
    source: "person",
    seats,
    quota: { tokens, preset: null },
    days: 1,
  });
}

export async function storedInvitation(db: Database, token: string) {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  if (!invitation) throw new Error("no such invitation");
  return invitation;
}

export async function storedPerson(db: Database, id: string) {
  const [person] = await db.select().from(users).where(eq(users.id, id));
  if (!person) throw new Error("no such person");
  return person;
}

/** As if 15 minutes had passed for everybody who holds a seat without having said anything. */
export async function letTimePass(db: Database): Promise<void> {
  await db
    .update(users)
    .set({ seatHeldUntil: sql`clock_timestamp()` })
    .where(eq(users.seat, "held"));
}

/** What the log says somebody was given and has used; the counters must say the same. */
export async function recomputed(db: Database, id: string): Promise<{ quota: number; used: number }> {
  const [sums] = await db
    .select({
      quota: sql<number>`coalesce(sum(amount) filter (where kind <> 'use'), 0)::int`,
      used: sql<number>`coalesce(-sum(amount) filter (where kind = 'use'), 0)::int`,
    })
    .from(usageLog)
    .where(eq(usageLog.payerId, id));
  return sums ?? { quota: 0, used: 0 };
}
