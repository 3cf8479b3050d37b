import { uuidv7 } from "uuidv7";
import { budgetLeft } from "#app/features/budgets/queries.server.ts";
import type { LaneReply, Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnTree, turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { RoomPreferences } from "#app/features/conversations/room-preferences.ts";
import {
  branchInView,
  continuationsOf,
  forkAt,
  partingAt,
} from "#app/features/conversations/branches/branch-tree.server.ts";
import type { Fork, Rewound } from "#app/features/conversations/branches/branch.ts";
import { type Aside, nextRung } from "#app/features/conversations/asides/aside.ts";
import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { start, writeCursor } from "#app/streaming/cursor.ts";

export type RoomTurn = Pick<
  Turn,
  "id" | "ordinal" | "learner" | "partner" | "coach" | "coachMode" | "assisted"
> & { fork: Fork | null };

/**
 * Everything the room shows. The partner's hidden state and what the rules read stay on the server. `again`: the turn whose
 * words are to be said once more, if the conversation in view ends right before it. Null when it was deleted meanwhile:
 * every conversation has at least its opener.
 */
export async function roomOf(
  practice: Practice,
  conversation: Conversation,
  preferences: RoomPreferences,
  { origin, again = null }: { origin: string; again?: string | null },
) {
  const { tree, asides } = await settled(practice, conversation);
  const nodes = branchTo(tree, conversation.headTurnId);
  const branch = nodes.map(({ turn }) => turn);
  const head = branch.at(-1);
  if (!head) return null;
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
      goal: conversation.goal,
      before: conversation.before,
      minutes: content.minutes,
      framework: content.framework,
    },
    difficulty,
    coachMode,
    expectedTurns: content.expectedTurns,
    turns: nodes.map((node): RoomTurn => {
      const { id: turnId, ordinal, learner, partner, coach, coachMode: mode, assisted } = node.turn;
      const fork = forkAt(tree, node);
      return { id: turnId, ordinal, learner, partner, coach, coachMode: mode, assisted, fork };
    }),
    ...asidesInView(tree, branch, asides),
    /** Turns that are on other branches than the one in view. */
    elsewhere: [...tree.keys()].filter((turnId) => !branch.some((turn) => turn.id === turnId)),
    branch: branchInView(tree, head.id),
    ...rewound(tree, head.id, again),
    /** Where to go on watching each turn that still runs. */
    running: running.map((turn) => ({
      turnId: turn.id,
      cursor: writeCursor({ partner: placeOf(turn.partner), coach: placeOf(turn.coach) }),
    })),
    proposes: head.partner.status === "running" || end ? null : head.state.proposes,
    end: end && { ending: end.ending, by: end.by, at: end.at.toISOString() },
    headTurnId: head.id,
    /** The ids the next message and the next aside get when they are sent by a plain form. */
    nextTurnId: uuidv7(),
    nextAsideId: uuidv7(),
    budget: await budgetLeft(practice.db, conversation.ownerId),
    scripted: conversation.partnerModel === "scripted",
    preferences,
    /** The last turn whose note has been read. */
    readTo: preferences.read?.conversation === id ? preferences.read.turn : 0,
  };
}

export type Room = NonNullable<Awaited<ReturnType<typeof roomOf>>>;

/** Looking at a conversation whose writer has died settles it. */
async function settled(practice: Practice, conversation: Conversation) {
  const first = await look(practice, conversation);
  const running =
    first.asides.some(({ reply }) => reply.status === "running") ||
    [...first.tree.values()].some(
      ({ turn: { partner, coach } }) => partner.status === "running" || coach.status === "running",
    );
  if (!running || (await settleOrphans(practice, conversation.id)) === 0) return first;
  return look(practice, conversation);
}

async function look({ db }: Practice, conversation: Conversation) {
  const [tree, asides] = await Promise.all([turnTree(db, conversation), asidesOf(db, conversation)]);
  return { tree, asides };
}

/** What was asked of the coach on the branch in view, and how far each answer is told already. */
function asidesInView(tree: TurnTree, branch: Turn[], all: Aside[]) {
  const head = branch.at(-1)?.id ?? "";
  const asides = all
    .filter(({ turnId }) => branch.some(({ id }) => id === turnId))
    .map(({ id, turnId, kind, text, rung, move, reply: { status, text: said, attempt } }): RoomAside => ({
      ...{ id, turnId, kind, text, rung, move },
      reply: { status, text: said, attempt },
      cursor: writeCursor({ ...start, coach: placeOf({ status, text: said, attempt }) }),
    }));
  // One that was sent as it is has become a turn.
  const sent = continuationsOf(tree, head).map(({ turn }) => turn.learner);
  const draft = asides.findLast(({ kind, turnId }) => kind === "draft" && turnId === head);
  return {
    asides,
    /** The draft that still waits to be sent or changed. */
    draftId: draft && !sent.includes(draft.text) ? draft.id : null,
    nextRung: nextRung(asides, head),
  };
}

export type RoomAside = Aside & { cursor: string };

/** What was said next, the last time, where the conversation in view ends before it; and the words to say once more. */
function rewound(tree: TurnTree, headTurnId: string, again: string | null) {
  const next = continuationsOf(tree, headTurnId);
  const last = next.at(-1);
  const wanted = next.find(({ turn }) => turn.id === again)?.turn.learner ?? null;
  return {
    rewound: last ? ({ ...partingAt(last), times: next.length } satisfies Rewound) : null,
    formerWords: wanted,
  };
}

function placeOf({ attempt, text, status }: LaneReply) {
  return { attempt, offset: text.length, done: status !== "running" };
}
