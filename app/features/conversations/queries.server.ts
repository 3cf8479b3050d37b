import { and, eq, sql } from "drizzle-orm";
import type { Before, Feelings } from "#app/features/scenarios/before-start/before.ts";
import { type CoachMode, coachModes } from "#app/features/scenarios/coach-mode.ts";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { contentOf } from "#app/features/scenarios/queries.server.ts";
import { asked, type Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import type { End } from "./conversation.ts";

/** Names a conversation together with whose it is: without the owner nothing of it can be read. */
export type OwnConversation = { id: string; ownerId: string };

export type Conversation = OwnConversation & {
  slug: string;
  /** Which version of the scenario it pinned, counted from 1. */
  version: number;
  /** The scenario is still there to be begun once more. */
  scenarioOpen: boolean;
  content: ScenarioContent;
  difficulty: Difficulty;
  coachMode: CoachMode;
  coachTiming: CoachTiming;
  headTurnId: string;
  partnerModel: string;
  coachModel: string;
  createdAt: Date;
  end: (End & { at: Date }) | null;
  /** What they were after: their own goal, or the scenario's. */
  goal: string;
  before: Before;
  /** Their own view of it, once it was told. */
  after: Feelings & { view: string | null };
};

/** Is this conversation there, and theirs? `locked`: nobody else changes it before this transaction ends. */
export async function conversationFor(
  db: Database,
  { id, ownerId }: OwnConversation,
  { locked = false } = {},
): Promise<Conversation | null> {
  const [row] = await (locked ? lockedConversation : conversationAndSlug)(db).execute({ id, ownerId });
  if (!row) return null;
  const { conversation, slug, version, scenarioOpen } = row;
  const { ending, endedBy, endedAt } = conversation;
  const content = await contentOf(db, conversation.scenarioVersionId);
  const { goal, redLine, ownView } = conversation;
  return {
    id,
    ownerId,
    slug,
    version,
    scenarioOpen,
    content,
    difficulty: conversation.difficulty,
    coachMode: coachModes.find((mode) => mode === conversation.coachMode) ?? "after-each-turn",
    coachTiming: conversation.coachTiming,
    headTurnId: conversation.headTurnId,
    partnerModel: conversation.partnerModel,
    coachModel: conversation.coachModel,
    createdAt: conversation.createdAt,
    end: ending && endedBy && endedAt ? { ending, by: endedBy, at: endedAt } : null,
    goal: goal ?? content.learner.goal,
    before: { goal, redLine, confidence: conversation.confidenceBefore, dread: conversation.dreadBefore },
    after: { view: ownView, confidence: conversation.confidenceAfter, dread: conversation.dreadAfter },
  };
}

function ofConversation(db: Database) {
  return db
    .select({
      conversation: conversationSessions,
      slug: scenarios.slug,
      version: scenarioVersions.number,
      scenarioOpen: sql<boolean>`${scenarios.status} = 'published'`,
    })
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
