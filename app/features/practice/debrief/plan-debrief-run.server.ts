import type { ModelRequest } from "#app/ai/model.ts";
import { estimateReservation } from "#app/features/budgets/weighted-tokens.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { TurnNode } from "#app/features/conversations/turn-tree.server.ts";
import { type PlannedRun, planRun } from "#app/features/practice/lanes/new-run.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { formerCharge } from "#app/features/practice/lanes/reservation.server.ts";

/**
 * A run for what the coach says once it has ended. Its prompt begins as that of the coach's notes, so that the last note's
 * cost says what the beginning will cost; `newBlocks` of its messages are new.
 */
export function planDebriefRun(
  practice: Practice,
  conversation: Conversation,
  nodes: TurnNode[],
  { attempt, request, newBlocks }: { attempt: number; request: ModelRequest; newBlocks: number },
): PlannedRun {
  const said = request.messages.flatMap(({ blocks }) => blocks);
  const reserved = estimateReservation({
    former: formerCharge(nodes, "coach"),
    prompt: [request.system, ...said, request.tail].join("\n"),
    news: [...said.slice(-newBlocks), request.tail].join("\n"),
    maxTokens: request.maxTokens,
  });
  const planned = planRun(practice, conversation, { lane: "coach", attempt, status: "running", reserved });
  return { ...planned, maxTokens: request.maxTokens };
}
