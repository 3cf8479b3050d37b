import { uuidv7 } from "uuidv7";
import { saidIn } from "#app/features/coaching/debrief/check-debrief.ts";
import type { DebriefOnPage } from "#app/features/coaching/debrief/page/debrief-on-page.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { partnerThoughts } from "#app/features/coaching/debrief/thoughts/partner-thoughts.ts";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { mostQuestions } from "#app/features/practice/debrief/ask-question.server.ts";
import { debriefOf, type StoredDebrief } from "#app/features/practice/debrief/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { writeCursor } from "#app/streaming/cursor.ts";

/** What is being written, and where to go on watching it. */
export type Growing = { id: string; reply: LaneReply; cursor: string };

/** The coach's look back on the branch in view, and what of it is still being written. Null where nothing was said. */
export async function debriefPageOf(
  practice: Practice,
  conversation: Conversation,
  region: HelpRegion,
): Promise<(DebriefOnPage & { id: string | null; growing: Growing[] }) | null> {
  const { content, headTurnId, id } = conversation;
  const path = await branchOf(practice.db, conversation, headTurnId);
  const said = saidIn(path);
  if (said.length === 0) return null;
  const stored = await settledDebrief(practice, conversation);
  const questions = stored?.questions ?? [];
  return {
    conversationId: id,
    partnerName: calledName(content.persona.name),
    framework: content.framework,
    said,
    pivotal: pivotalTurn(path),
    thoughts: partnerThoughts(content, path),
    id: stored?.id ?? null,
    reply: stored?.reply ?? null,
    questions,
    nextQuestionId: questions.length < mostQuestions ? uuidv7() : null,
    region,
    growing: stored ? growingIn(stored) : [],
  };
}

/** Looking at a debrief whose writer has died settles it. */
async function settledDebrief(practice: Practice, conversation: Conversation): Promise<StoredDebrief | null> {
  const stored = await debriefOf(practice.db, conversation);
  if (!stored || growingIn(stored).length === 0) return stored;
  return (await settleOrphans(practice, conversation.id)) === 0
    ? stored
    : debriefOf(practice.db, conversation);
}

function growingIn({ id, reply, questions }: StoredDebrief): Growing[] {
  return [{ id, reply }, ...questions.map((question) => ({ id: question.id, reply: question.answer }))]
    .filter((one) => one.reply.status === "running")
    .map((one) => ({
      ...one,
      cursor: writeCursor({
        partner: { attempt: 1, offset: 0, done: true },
        coach: { attempt: one.reply.attempt, offset: one.reply.text.length, done: false },
      }),
    }));
}
