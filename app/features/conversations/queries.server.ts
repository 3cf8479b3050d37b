import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { contentOf, readContent } from "#app/features/scenarios/queries.server.ts";
import { asked, type Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { ConversationEntry } from "./conversation-list.tsx";
import type { CoachMode, Ending } from "./conversation.ts";

/** Names a conversation together with whose it is: without the owner nothing of it can be read. */
export type OwnConversation = { id: string; ownerId: string };

export type Conversation = OwnConversation & {
  slug: string;
  content: ScenarioContent;
  difficulty: Difficulty;
  coachMode: CoachMode;
  coachTiming: CoachTiming;
  headTurnId: string;
  partnerModel: string;
  coachModel: string;
  createdAt: Date;
  end: { ending: Ending; by: "learner" | "partner"; at: Date } | null;
};

/** Is this conversation there, and theirs? `locked`: nobody else changes it before this transaction ends. */
export async function conversationFor(
  db: Database,
  { id, ownerId }: OwnConversation,
  { locked = false } = {},
): Promise<Conversation | null> {
  const [row] = await (locked ? lockedConversation : conversationAndSlug)(db).execute({ id, ownerId });
  if (!row) return null;
  const { conversation, slug } = row;
  const { ending, endedBy, endedAt } = conversation;
  return {
    id,
    ownerId,
    slug,
    content: await contentOf(db, conversation.scenarioVersionId),
    difficulty: conversation.difficulty,
    coachMode: conversation.coachMode === "off" ? "off" : "after-each-turn",
    coachTiming: conversation.coachTiming,
    headTurnId: conversation.headTurnId,
    partnerModel: conversation.partnerModel,
    coachModel: conversation.coachModel,
    createdAt: conversation.createdAt,
    end: ending && endedBy && endedAt ? { ending, by: endedBy, at: endedAt } : null,
  };
}

function ofConversation(db: Database) {
  return db
    .select({ conversation: conversationSessions, slug: scenarios.slug })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(scenarios, eq(scenarios.id, scenarioVersions.scenarioId))
    .where(
      and(
        eq(conversationSessions.id, sql.placeholder("id")),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    );
}

const conversationAndSlug = asked((db) => ofConversation(db).prepare("conversation"));
const lockedConversation = asked((db) =>
  ofConversation(db).for("update", { of: conversationSessions }).prepare("locked_conversation"),
);

const listLimit = 50;
const lastWordsCharacters = 200;

/** What has this person practised, or still has open? The latest first. */
export async function conversationsOf(
  db: Database,
  ownerId: string,
  { open }: { open: boolean },
): Promise<ConversationEntry[]> {
  const rows = await db
    .select({
      id: conversationSessions.id,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
      turns: turns.ordinal,
      startedAt: conversationSessions.createdAt,
      ending: conversationSessions.ending,
      last: sql<{ role: "partner" | "user"; text: string } | null>`(
        select json_build_object('role', role, 'text', left(text, ${lastWordsCharacters})) from ${messages}
        where conversation_id = ${conversationSessions.id} and turn_id = ${conversationSessions.headTurnId}
          and role in ('partner', 'user') and text <> ''
        order by role, attempt desc limit 1)`,
    })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(
      turns,
      and(eq(turns.conversationId, conversationSessions.id), eq(turns.id, conversationSessions.headTurnId)),
    )
    .where(
      and(
        eq(conversationSessions.ownerId, ownerId),
        open ? isNull(conversationSessions.endedAt) : isNotNull(conversationSessions.endedAt),
      ),
    )
    .orderBy(desc(conversationSessions.lastTurnAt))
    .limit(listLimit);
  return rows.map(({ id, versionId, content, turns: taken, startedAt, ending, last }) => {
    const { title, persona, expectedTurns } = readContent(versionId, content);
    return {
      id,
      scenarioTitle: title,
      partnerName: persona.name,
      turns: taken,
      expectedTurns,
      startedAt: startedAt.toISOString(),
      lastWords: last && { speaker: last.role === "user" ? "learner" : "partner", text: last.text },
      ended: open ? null : { ending },
    };
  });
}
