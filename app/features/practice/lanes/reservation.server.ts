import type { Lane } from "#app/ai/model.ts";
import { estimateReservation } from "#app/features/budgets/weighted-tokens.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { TurnNode } from "#app/features/conversations/turn-tree.server.ts";
import { laneRequest } from "./lane-request.ts";
import { maxTokens } from "#app/features/practice/practice.ts";

/** Weighted tokens to hold back for one lane of the branch's last turn. */
export function reservationFor(
  conversation: Conversation,
  branch: Turn[],
  lane: Lane,
  former: { charged: number } | null,
): number {
  const request = laneRequest(conversation, branch, lane, maxTokens[lane]);
  const spoken = request.messages.flatMap(({ blocks }) => blocks);
  return estimateReservation({
    former,
    prompt: [request.system, ...spoken, request.tail].join("\n"),
    news: [...spoken.slice(-1), request.tail, branch.at(-2)?.partner.text ?? ""].join("\n"),
    maxTokens: maxTokens[lane],
  });
}

/** What the last answered call of a lane on this branch cost: about what the next one's beginning will. */
export function formerCharge(branch: TurnNode[], lane: Lane): { charged: number } | null {
  const answered = branch.findLast(
    ({ turn, charged }) => charged[lane] !== null && ["complete", "truncated"].includes(turn[lane].status),
  );
  return answered ? { charged: answered.charged[lane] ?? 0 } : null;
}
