import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { Conversation, OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { debriefQuestions, debriefs } from "#db/schema/debriefs.ts";
import { runs } from "#db/schema/runs.ts";

/** A question about a debrief, and what was answered; `byUs`: our own code has, and no model was asked. */
export type StoredQuestion = { id: string; text: string; answer: LaneReply; byUs: boolean };

export type StoredDebrief = {
  id: string;
  /** The turn its branch ends with. */
  turnId: string;
  /** As the coach wrote it so far; read it with `readDebrief`. */
  reply: LaneReply;
  questions: StoredQuestion[];
};

/** Is there a debrief of the branch in view? */
export async function debriefOf(db: Database, conversation: Conversation): Promise<StoredDebrief | null> {
  const all = await debriefsOf(db, conversation);
  return all.find(({ turnId }) => turnId === conversation.headTurnId) ?? null;
}

/** Every debrief of a conversation, of whatever branch, in the order they were asked for. */
export async function debriefsOf(db: Database, { id, ownerId }: OwnConversation): Promise<StoredDebrief[]> {
  const own = and(eq(conversationSessions.id, id), eq(conversationSessions.ownerId, ownerId));
  const asked = await db
    .select({ id: debriefs.id, turnId: debriefs.turnId })
    .from(debriefs)
    .innerJoin(conversationSessions, eq(conversationSessions.id, debriefs.conversationId))
    .where(own)
    .orderBy(asc(debriefs.createdAt));
  if (asked.length === 0) return [];
  const questions = await db
    .select({
      id: debriefQuestions.id,
      debriefId: debriefQuestions.debriefId,
      text: debriefQuestions.text,
      answer: debriefQuestions.answer,
    })
    .from(debriefQuestions)
    .where(eq(debriefQuestions.conversationId, id))
    .orderBy(asc(debriefQuestions.createdAt));
  const replies = await repliesIn(db, id);
  const replyTo = (subject: Subject, subjectId: string) =>
    replies.find((reply) => reply.subject === subject && reply.subjectId === subjectId)?.reply ?? nothingYet;
  return asked.map((debrief) => ({
    ...debrief,
    reply: replyTo("debrief", debrief.id),
    questions: questions
      .filter(({ debriefId }) => debriefId === debrief.id)
      .map(({ id: questionId, text, answer }) => ({
        ...{ id: questionId, text },
        answer:
          answer === null
            ? replyTo("debrief-question", questionId)
            : { status: "silent", text: answer, attempt: 1 },
        byUs: answer !== null,
      })),
  }));
}

type Subject = (typeof runs.$inferSelect)["subject"];

const nothingYet: LaneReply = { status: "failed", text: "", attempt: 0 };

/** The attempts at each debrief and answer, the last ones first. */
async function repliesIn(
  db: Database,
  conversationId: string,
): Promise<{ subject: Subject; subjectId: string; reply: LaneReply }[]> {
  const rows = await db
    .select({
      subject: runs.subject,
      subjectId: runs.subjectId,
      status: runs.status,
      text: runs.text,
      attempt: runs.attempt,
    })
    .from(runs)
    .where(
      and(eq(runs.conversationId, conversationId), inArray(runs.subject, ["debrief", "debrief-question"])),
    )
    .orderBy(desc(runs.attempt));
  return rows.map(({ subject, subjectId, status, text, attempt }) => ({
    subject,
    subjectId,
    reply: { status, text: text ?? "", attempt },
  }));
}
