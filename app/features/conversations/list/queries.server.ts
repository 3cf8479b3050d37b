import { and, count, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { practisedMinutes } from "#app/features/conversations/practised-minutes.server.ts";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarioVersions } from "#db/schema/scenarios.ts";
import type { ConversationEntry } from "./conversation-entry.ts";

const lastWordsCharacters = 200;
/** Of the learner's own last line, to tell one conversation from another. */
const ownWordsCharacters = 80;

/** A condition on `messages`: said in the last turn of the conversation. */
const atTheHead = sql`conversation_id = ${conversationSessions.id} and turn_id = ${conversationSessions.headTurnId}
  and text <> ''
  -- What brought the help card is not for a list.
  and not exists (select from ${runs} where ${runs.conversationId} = ${conversationSessions.id}
    and ${runs.subject} = 'turn' and ${runs.subjectId} = ${conversationSessions.headTurnId}
    and ${runs.lane} = 'partner' and ${runs.status} = 'silent')`;

export type ConversationsAsked = {
  /** Both when left out. */
  state?: "open" | "ended";
  /** The first page is 1. */
  page?: number;
  pageSize: number;
};

/** What has this person practised, or still has open? The latest first, with how many there are in all. */
export async function conversationsOf(
  db: Database,
  ownerId: string,
  { state, page = 1, pageSize }: ConversationsAsked,
): Promise<{ entries: ConversationEntry[]; total: number }> {
  const asked = and(
    eq(conversationSessions.ownerId, ownerId),
    state === "open" ? isNull(conversationSessions.endedAt) : undefined,
    state === "ended" ? isNotNull(conversationSessions.endedAt) : undefined,
  );
  const [counted] = await db.select({ total: count() }).from(conversationSessions).where(asked);
  const rows = await db
    .select({
      id: conversationSessions.id,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
      turns: turns.ordinal,
      minutes: practisedMinutes(),
      startedAt: conversationSessions.createdAt,
      lastTurnAt: conversationSessions.lastTurnAt,
      difficulty: conversationSessions.difficulty,
      ending: conversationSessions.ending,
      endedBy: conversationSessions.endedBy,
      last: sql<{ role: "partner" | "user"; text: string } | null>`(
        select json_build_object('role', role, 'text', left(text, ${lastWordsCharacters})) from ${messages}
        where ${atTheHead} and role in ('partner', 'user') order by role, attempt desc limit 1)`,
      ownLastWords: sql<string | null>`(
        select left(text, ${ownWordsCharacters}) from ${messages} where ${atTheHead} and role = 'user' limit 1)`,
    })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(
      turns,
      and(eq(turns.conversationId, conversationSessions.id), eq(turns.id, conversationSessions.headTurnId)),
    )
    .where(asked)
    .orderBy(desc(conversationSessions.lastTurnAt), desc(conversationSessions.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const entries = rows.map((row) => {
    const { title, persona, expectedTurns } = readContent(row.versionId, row.content);
    const { ending, endedBy, last } = row;
    return {
      id: row.id,
      scenarioTitle: title,
      partnerName: persona.name,
      difficulty: row.difficulty,
      turns: row.turns,
      expectedTurns,
      minutes: row.minutes,
      startedAt: row.startedAt.toISOString(),
      lastTurnAt: row.lastTurnAt.toISOString(),
      lastWords: last && {
        speaker: last.role === "user" ? ("learner" as const) : ("partner" as const),
        text: last.text,
      },
      ownLastWords: row.ownLastWords,
      ended: ending && endedBy ? { ending, by: endedBy } : null,
    };
  });
  return { entries, total: counted?.total ?? 0 };
}
