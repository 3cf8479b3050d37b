import { desc, eq, sql } from "drizzle-orm";
import { debriefSlice } from "#app/features/budgets/debrief-slice.ts";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import { contentOf } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import type { OwnAccount } from "./account.ts";

/** The dearest ones; the rest is told as a sum. */
const spentShown = 12;

/** What does somebody's account page tell? Null when there is no such person any more. */
export async function accountOf(db: Database, personId: string): Promise<OwnAccount | null> {
  const [person] = await db
    .select({
      name: users.name,
      email: users.email,
      hasGoogle: sql<boolean>`${users.googleSubject} is not null`,
      isGuest: sql<boolean>`${users.role} = 'GUEST' and ${users.googleSubject} is null`,
      createdAt: users.createdAt,
      expiresAt: users.expiresAt,
      quota: users.quotaTokens,
      used: users.usedTokens,
    })
    .from(users)
    .where(eq(users.id, personId));
  if (!person) return null;
  const { createdAt, expiresAt, quota, used, ...shown } = person;
  const spent = await spentBy(db, personId);
  const kept = Math.max(0, Math.min(debriefSlice(quota), quota - used));
  const part = (tokens: number) => tokens / Math.max(1, quota, used);
  const drafts = await spentOnDrafts(db, personId);
  const { dearest, count, inConversations } = spent;
  const inRest = inConversations - dearest.reduce((sum, { tokens }) => sum + tokens, 0);
  return {
    ...shown,
    since: createdAt.toISOString(),
    until: expiresAt?.toISOString() ?? null,
    left: await budgetLeft(db, personId),
    usedPart: part(used),
    keptPart: part(kept),
    restPart: part(Math.max(0, quota - used - kept)),
    spent: dearest.map(({ tokens, ...one }) => ({ ...one, part: part(tokens) })),
    more: { count: count - dearest.length, part: part(inRest) },
    draftsPart: part(drafts),
    deletedPart: part(Math.max(0, used - inConversations - drafts)),
  };
}

/** What the drafts of scenarios that are still there have cost this person, in weighted tokens. */
async function spentOnDrafts(db: Database, personId: string): Promise<number> {
  const [spent] = await db.execute<{ tokens: number }>(sql`
    select coalesce(sum(charged), 0)::int as tokens from runs
    where payer_id = ${personId} and scenario_id in (select id from scenarios where owner_id = ${personId})`);
  return spent?.tokens ?? 0;
}

/** What have the dearest conversations cost this person, and all of them together? The dearest first. */
async function spentBy(db: Database, personId: string) {
  const charged = db
    .select({
      conversationId: runs.conversationId,
      tokens: sql<number>`sum(${runs.charged})::int`.as("tokens"),
    })
    .from(runs)
    .where(eq(runs.payerId, personId))
    .groupBy(runs.conversationId)
    .as("charged");
  const tokens = sql<number>`coalesce(${charged.tokens}, 0)`;
  const rows = await db
    .select({
      id: conversationSessions.id,
      ended: sql<boolean>`${conversationSessions.endedAt} is not null`,
      versionId: conversationSessions.scenarioVersionId,
      tokens,
      count: sql<number>`(count(*) over ())::int`,
      inAll: sql<number>`(sum(${tokens}) over ())::int`,
    })
    .from(conversationSessions)
    .leftJoin(charged, eq(charged.conversationId, conversationSessions.id))
    .where(eq(conversationSessions.ownerId, personId))
    .orderBy(desc(tokens), desc(conversationSessions.lastTurnAt))
    .limit(spentShown);
  const dearest = await Promise.all(
    rows.map(async ({ id, ended, versionId, tokens: cost }) => {
      const { title } = await contentOf(db, versionId);
      return { id, ended, title, tokens: cost };
    }),
  );
  return { dearest, count: rows[0]?.count ?? 0, inConversations: rows[0]?.inAll ?? 0 };
}
