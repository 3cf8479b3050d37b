import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { ConversationEntry } from "./conversation-list.tsx";
import type { CoachMode, Ending, LaneReply, LearnerMoves, PartnerState, Turn } from "./conversation.ts";

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

/** Is this conversation there, and theirs? */
export async function conversationFor(
  db: Database,
  { id, ownerId }: OwnConversation,
): Promise<Conversation | null> {
  const [row] = await db
    .select({ conversation: conversationSessions, slug: scenarios.slug, content: scenarioVersions.content })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(scenarios, eq(scenarios.id, scenarioVersions.scenarioId))
    .where(and(eq(conversationSessions.id, id), eq(conversationSessions.ownerId, ownerId)));
  if (!row) return null;
  const { conversation, slug } = row;
  const { ending, endedBy, endedAt } = conversation;
  return {
    id,
    ownerId,
    slug,
    content: readContent(conversation.scenarioVersionId, row.content),
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

/** Which turns lead to this one? From turn 0 on; empty when the turn is not of this conversation. */
export async function branchOf(db: Database, conversation: OwnConversation, turnId: string): Promise<Turn[]> {
  const all = await turnsOf(db, conversation);
  const branch: Turn[] = [];
  for (let at = all.get(turnId); at; at = at.parentId === null ? undefined : all.get(at.parentId))
    branch.unshift(at.turn);
  return branch;
}

async function turnsOf(db: Database, { id, ownerId }: OwnConversation) {
  const own = and(eq(conversationSessions.id, id), eq(conversationSessions.ownerId, ownerId));
  const nodes = await db
    .select({
      id: turns.id,
      parentId: turns.parentId,
      ordinal: turns.ordinal,
      moves: turns.moves,
      state: turns.state,
    })
    .from(turns)
    .innerJoin(conversationSessions, eq(conversationSessions.id, turns.conversationId))
    .where(own);
  // Before the texts: a lane that is settled in between is then still running, and never an end without its words.
  const attempts = await db
    .select({ turnId: runs.subjectId, lane: runs.lane, attempt: runs.attempt, status: runs.status })
    .from(runs)
    .innerJoin(conversationSessions, eq(conversationSessions.id, runs.conversationId))
    .where(and(own, eq(runs.subject, "turn")))
    .orderBy(asc(runs.attempt));
  const texts = await db
    .select({ turnId: messages.turnId, role: messages.role, attempt: messages.attempt, text: messages.text })
    .from(messages)
    .innerJoin(conversationSessions, eq(conversationSessions.id, messages.conversationId))
    .where(own);

  const textOf = new Map(texts.map((row) => [`${row.turnId} ${row.role} ${row.attempt}`, row.text]));
  const latest = new Map(attempts.map((row) => [`${row.turnId} ${row.lane}`, row]));

  function reply(turnId: string, lane: "partner" | "coach"): LaneReply {
    const run = latest.get(`${turnId} ${lane}`);
    const attempt = run?.attempt ?? 1;
    const text = textOf.get(`${turnId} ${lane} ${attempt}`) ?? "";
    // Turn 0 has no run: its partner text was written by the scenario's author, and the coach has nothing to say to it.
    return { status: run?.status ?? (lane === "partner" ? "complete" : "silent"), text, attempt };
  }

  return new Map(
    nodes.map(({ id: turnId, parentId, ordinal, moves, state }) => [
      turnId,
      {
        parentId,
        turn: {
          id: turnId,
          ordinal,
          learner: textOf.get(`${turnId} user 1`) ?? null,
          partner: reply(turnId, "partner"),
          coach: reply(turnId, "coach"),
          // Written by code alone, from these very types (`take-turn.server.ts`).
          moves: moves as LearnerMoves | null,
          state: state as PartnerState,
        } satisfies Turn,
      },
    ]),
  );
}

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
