import { desc, eq, sql } from "drizzle-orm";
import { debriefSlice } from "#app/features/budgets/debrief-slice.ts";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import { scenarioVersions } from "#db/schema/scenarios.ts";
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
  const inConversations = spent.reduce((sum, { tokens }) => sum + tokens, 0);
  const drafts = await spentOnDrafts(db, personId);
  const rest = spent.slice(spentShown);
  return {
    ...shown,
    since: createdAt.toISOString(),
    until: expiresAt?.toISOString() ?? null,
    left: await budgetLeft(db, personId),
    usedPart: part(used),
    keptPart: part(kept),
    restPart: part(Math.max(0, quota - used - kept)),
    spent: spent.slice(0, spentShown).map(({ tokens, ...one }) => ({ ...one, part: part(tokens) })),
    more: { count: rest.length, part: part(rest.reduce((sum, { tokens }) => sum + tokens, 0)) },
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

/** What each conversation has cost this person, the dearest first. */
async function spentBy(db: Database, personId: string) {
  const tokens = sql<number>`coalesce((select sum(charged) from runs
    where conversation_id = ${conversationSessions.id} and payer_id = ${personId}), 0)::int`;
  const rows = await db
    .select({
      id: conversationSessions.id,
      ended: sql<boolean>`${conversationSessions.endedAt} is not null`,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
      tokens,
    })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .where(eq(conversationSessions.ownerId, personId))
    .orderBy(desc(tokens), desc(conversationSessions.lastTurnAt));
  return rows.map(({ versionId, content, ...row }) => ({
    ...row,
    title: readContent(versionId, content).title,
  }));
}
