import { estimateReservation } from "#app/features/budgets/weighted-tokens.ts";
import {
  asideRequest,
  type AsideQuestion,
  withoutHelp,
} from "#app/features/coaching/asides/aside-request.ts";
import { checkAnswer } from "#app/features/coaching/asides/check-answer.ts";
import { draftPath } from "#app/features/coaching/asides/draft-path.ts";
import { checkNote } from "#app/features/coaching/notes/check-note.ts";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import type { StoredAside } from "#app/features/conversations/asides/queries.server.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchTo, type TurnTree } from "#app/features/conversations/turn-tree.server.ts";
import { beginRun } from "#app/features/practice/lanes/begin-run.server.ts";
import type { Judge } from "#app/features/practice/lanes/lane-result.ts";
import { planRun } from "#app/features/practice/lanes/new-run.server.ts";
import { maxTokens, type Practice, type Run } from "#app/features/practice/practice.ts";
import { runLane } from "#app/features/practice/lanes/run-lane.server.ts";
import type { Database } from "#db/client.server.ts";

export type StartedAside = { question: AsideQuestion; run: Run };

/**
 * Holds back what the coach's answer may cost and writes its run, inside the transaction that writes the aside or asks it
 * again. `all`: every aside of the conversation.
 */
export async function beginAside(
  practice: Practice,
  transaction: Database,
  about: { conversation: Conversation; tree: TurnTree; all: StoredAside[]; aside: Aside },
): Promise<StartedAside | "no-budget" | "site-limit"> {
  const { conversation, tree, all, aside } = about;
  const nodes = branchTo(tree, aside.turnId);
  const branch = nodes.map(({ turn }) => turn);
  const asked = all.findIndex(({ id }) => id === aside.id);
  const earlier = (asked === -1 ? all : all.slice(0, asked)).filter(({ turnId }) =>
    branch.some(({ id }) => id === turnId),
  );
  const { content, difficulty, coachTiming: timing } = conversation;
  const question: AsideQuestion = { content, difficulty, timing, branch, earlier, aside };
  const planned = planRun(practice, conversation, {
    lane: "coach",
    attempt: aside.reply.attempt,
    status: "running",
    reserved: reservationForAside(question, earlier),
  });
  const run = await beginRun(transaction, planned, {
    conversationId: conversation.id,
    subject: "aside",
    subjectId: aside.id,
  });
  return typeof run === "string" ? run : { question, run };
}

/** Runs the coach's answer to its end. Never rejects: every failure is the status of its run. */
export async function runAside(practice: Practice, { question, run }: StartedAside): Promise<void> {
  await runLane(practice, run, asideJudge(question), async () => asideRequest(question, run.maxTokens));
}

/** A draft gets a note like a turn's; a question an answer. */
function asideJudge(question: AsideQuestion): Judge {
  const known = withoutHelp(question);
  const { content, branch: path, aside } = known;
  if (aside.kind === "draft") {
    const asSaid = draftPath(known);
    return { of: "note", check: (words) => checkNote(words, { path: asSaid, content }) };
  }
  const last = path.at(-1);
  const asked = last ? [...path, { ...last, learner: aside.text }] : path;
  return { of: "note", check: (words) => checkAnswer(words, { path: asked, content }) };
}

/**
 * Weighted tokens to hold back: from what the last aside cost, whose prompt this one begins with, or the whole prompt as
 * if nothing of it were cached. One that turns out dearer is the operator's.
 */
function reservationForAside(question: AsideQuestion, earlier: StoredAside[]): number {
  const request = asideRequest(question, maxTokens.coach);
  const spoken = request.messages.flatMap(({ blocks }) => blocks);
  const prompt = [request.system, ...spoken, request.tail].join("\n");
  const last = earlier.findLast(({ charged, reply }) => charged !== null && reply.status === "complete");
  if (!last) return estimateReservation({ former: null, prompt, news: "", maxTokens: maxTokens.coach });
  // Everything from there on is new.
  const from = spoken.findLastIndex((block) => block === last.reply.text.trim());
  const news = [...spoken.slice(Math.max(0, from)), request.tail].join("\n");
  const former = from === -1 ? null : { charged: last.charged ?? 0 };
  return estimateReservation({ former, prompt, news, maxTokens: maxTokens.coach });
}
