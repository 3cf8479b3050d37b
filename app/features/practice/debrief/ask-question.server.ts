import { checkAnswer } from "#app/features/coaching/debrief/check-answer.ts";
import { questionRequest } from "#app/features/coaching/debrief/question-prompt.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import { helpTextAfterwards } from "#app/features/conversations/help-card/help-words.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { beginRun } from "#app/features/practice/lanes/begin-run.server.ts";
import { maxTokens, type Practice } from "#app/features/practice/practice.ts";
import { retryable } from "#app/features/practice/lanes/retry-lane.server.ts";
import { runLane } from "#app/features/practice/lanes/run-lane.server.ts";
import { isTaken } from "#app/features/practice/turns/taken-id.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { debriefQuestions } from "#db/schema/debriefs.ts";
import { aboutDebrief } from "./about-debrief.server.ts";
import { planDebriefRun } from "./plan-debrief-run.server.ts";
import { debriefOf } from "./queries.server.ts";

/** A talk after the talk; whoever has more to ask has practised enough of talking about it. */
export const mostQuestions = 10;

export type Question = {
  /** Made by the page: what makes a second post of it the same question. */
  questionId: string;
  /** As `readMessageText` gave it. */
  text: string;
  /** 1, or a later one where the last did not come whole. */
  attempt: number;
};

export type AskedQuestion =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "not-found"
        | "no-debrief"
        | "other-text"
        | "busy"
        | "enough"
        | "resting"
        | "no-budget"
        | "site-limit";
    };

/** Asks the coach about the debrief of the branch in view: one question at a time, each paid like a turn. */
export async function askAboutDebrief(
  practice: Practice,
  own: OwnConversation,
  question: Question,
): Promise<AskedQuestion> {
  const committed = await practice.live.inTurn(own.id, () =>
    inTransaction(practice.db, (transaction) => commit(practice, transaction, own, question)),
  );
  if (!committed.ok || committed.started === null) return committed.ok ? { ok: true } : committed;
  const { run, asked } = committed.started;
  practice.live.detach(
    runLane(practice, run, { of: "note", check: (words) => checkAnswer(words, asked.about) }, async () =>
      questionRequest(asked, run.maxTokens),
    ),
  );
  return { ok: true };
}

async function commit(
  practice: Practice,
  transaction: Database,
  own: OwnConversation,
  { questionId, text, attempt }: Question,
) {
  const conversation = await conversationFor(transaction, own, { locked: true });
  if (!conversation) return { ok: false, reason: "not-found" } as const;
  const debrief = conversation.end ? await debriefOf(transaction, conversation) : null;
  if (!conversation.end || !debrief || debrief.reply.status === "running" || debrief.reply.text === "")
    return { ok: false, reason: "no-debrief" } as const;

  const same = debrief.questions.find(({ id }) => id === questionId);
  const isAnothers = same ? same.text !== text : await isTaken(transaction, own.id, questionId);
  if (isAnothers) return { ok: false, reason: "other-text" } as const;
  if (same && !(retryable.includes(same.answer.status) && attempt > same.answer.attempt))
    return { ok: true, started: null } as const;
  if (debrief.questions.some(({ answer }) => answer.status === "running"))
    return { ok: false, reason: "busy" } as const;
  if (!same && debrief.questions.length >= mostQuestions) return { ok: false, reason: "enough" } as const;

  const row = { conversationId: own.id, id: questionId, debriefId: debrief.id, text };
  if (selfHarmSignal(text) !== null) {
    await transaction.insert(debriefQuestions).values({ ...row, answer: helpTextAfterwards });
    practice.log("info", "help card shown", {});
    return { ok: true, started: null } as const;
  }
  if (!practice.model.available("coach")) return { ok: false, reason: "resting" } as const;

  const { about, nodes } = await aboutDebrief(transaction, conversation, conversation.end);
  const earlier = debrief.questions.flatMap(({ id, text: question, answer, byUs }) =>
    id === questionId || byUs || answer.text === "" ? [] : [{ question, answer: answer.text }],
  );
  const asked = { about, debrief: debrief.reply.text, earlier, question: text };
  const planned = planDebriefRun(practice, conversation, nodes, {
    attempt: (same?.answer.attempt ?? 0) + 1,
    request: questionRequest(asked, maxTokens.coach),
    // The question, the debrief and what was said about it.
    newBlocks: 3 + 2 * earlier.length,
  });
  const run = await beginRun(transaction, planned, {
    conversationId: own.id,
    subject: "debrief-question",
    subjectId: questionId,
  });
  if (typeof run === "string") return { ok: false, reason: run } as const;
  if (!same) await transaction.insert(debriefQuestions).values(row);
  return { ok: true, started: { run, asked } } as const;
}
