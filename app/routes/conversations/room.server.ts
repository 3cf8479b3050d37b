import { uuidv7 } from "uuidv7";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import type { LaneReply, Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/settle-orphans.server.ts";
import { writeCursor } from "#app/streaming/cursor.ts";

export type RoomTurn = Pick<Turn, "id" | "ordinal" | "learner" | "partner" | "coach">;

/** Everything the room shows. The partner's hidden state and what the rules read stay on the server. */
export async function roomOf(
  practice: Practice,
  conversation: Conversation,
  preferences: RoomPreferences,
  origin: string,
) {
  const branch = await settledBranch(practice, conversation);
  const head = branch.at(-1);
  if (!head) throw new Error("a conversation has at least its opener");
  const { content, difficulty, coachMode, end, id } = conversation;
  const { persona } = content;
  // A note may still be written for a turn before the last one.
  const running = branch.filter(
    ({ partner, coach }) => partner.status === "running" || coach.status === "running",
  );
  return {
    id,
    slug: conversation.slug,
    title: content.title,
    version: conversation.version,
    /** Absolute, for paper. */
    url: `${origin}/conversation/${id}`,
    startedAt: conversation.createdAt.toISOString(),
    partner: { name: persona.name, relationship: persona.relationship, pronouns: persona.pronouns },
    brief: {
      situation: content.situation,
      role: content.learner.role,
      goal: content.learner.goal,
      minutes: content.minutes,
      framework: content.framework,
    },
    difficulty,
    coachMode,
    expectedTurns: content.expectedTurns,
    turns: branch.map(({ id: turnId, ordinal, learner, partner, coach }): RoomTurn => ({
      id: turnId,
      ordinal,
      learner,
      partner,
      coach,
    })),
    /** Where to go on watching each turn that still runs. */
    running: running.map((turn) => ({
      turnId: turn.id,
      cursor: writeCursor({ partner: placeOf(turn.partner), coach: placeOf(turn.coach) }),
    })),
    proposes: head.partner.status === "running" || end ? null : head.state.proposes,
    end: end && { ending: end.ending, by: end.by, at: end.at.toISOString() },
    headTurnId: head.id,
    /** The id the next message gets when it is sent by a plain form. */
    nextTurnId: uuidv7(),
    budget: await budgetLeft(practice.db, conversation.ownerId),
    scripted: conversation.partnerModel === "scripted",
    preferences,
    /** The last turn whose note has been read. */
    readTo: preferences.read?.conversation === id ? preferences.read.turn : 0,
  };
}

export type Room = Awaited<ReturnType<typeof roomOf>>;

/** Looking at a conversation whose writer has died settles it. */
async function settledBranch(practice: Practice, conversation: Conversation): Promise<Turn[]> {
  const branch = await branchOf(practice.db, conversation, conversation.headTurnId);
  const running = branch.some(
    ({ partner, coach }) => partner.status === "running" || coach.status === "running",
  );
  if (!running || (await settleOrphans(practice, conversation.id)) === 0) return branch;
  return branchOf(practice.db, conversation, conversation.headTurnId);
}

function placeOf({ attempt, text, status }: LaneReply) {
  return { attempt, offset: text.length, done: status !== "running" };
}
