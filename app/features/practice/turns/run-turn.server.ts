import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { laneRequest } from "#app/features/practice/lanes/lane-request.ts";
import { lineJudge } from "#app/features/practice/lanes/line-judge.ts";
import { noteJudge } from "#app/features/practice/lanes/note-judge.ts";
import { runLane } from "#app/features/practice/lanes/run-lane.server.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import type { StartedTurn } from "./take-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";

/**
 * Runs both lanes of a turn to their end. The coach begins when the partner has ended, or at once where the scenario says
 * so. One lane's failure never touches the other. Never rejects: every failure is a lane's status.
 */
export async function runTurn(practice: Practice, started: StartedTurn): Promise<void> {
  const { conversation, turnId, branch } = started;
  const partner = started.runs.find(({ lane }) => lane === "partner");
  const coach = started.runs.find(({ lane }) => lane === "coach");
  const partnerEnded = partner
    ? runLane(practice, partner, lineJudge(conversation, branch), async () =>
        laneRequest(conversation, branch, "partner", partner.maxTokens),
      )
    : Promise.resolve();
  const coachBegins = conversation.coachTiming === "after" ? partnerEnded : Promise.resolve();
  const coachEnded = coach
    ? coachLane(practice, conversation, turnId, coach, branch, coachBegins)
    : Promise.resolve();
  await Promise.all([partnerEnded, coachEnded]);
}

/** Runs the coach's lane of a turn once `begins` has resolved. */
export async function coachLane(
  practice: Practice,
  conversation: Conversation,
  turnId: string,
  run: Run,
  branch: Turn[],
  begins: Promise<unknown>,
): Promise<void> {
  await runLane(practice, run, noteJudge(conversation.content, branch), async (signal) => {
    await Promise.race([begins, aborted(signal)]);
    // The coach's own notes stand in its prompt word for word, so the note before this one must have ended.
    const previous = branch.at(-2);
    const noteOpen = previous?.coach.status === "running";
    if (noteOpen)
      await untilSettled(practice, conversation, previous.id, practice.timing.previousNoteMs, signal);
    // Alongside, with that note there from the beginning, nothing has been said since the turn was taken.
    const known = conversation.coachTiming === "alongside" && !noteOpen;
    const path = known ? branch : await branchOf(practice.db, conversation, turnId);
    return laneRequest(conversation, path, "coach", run.maxTokens);
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
