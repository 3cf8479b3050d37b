import type { Lane, ModelRequest } from "#app/ai/model.ts";
import { coachRequest } from "#app/features/coaching/prompts/coach-prompt.ts";
import { partnerRequest } from "#app/features/coaching/prompts/partner-prompt.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";

/**
 * What a lane's model is asked for the last turn of this branch, to be answered in at most so many tokens. No model reads
 * an exchange that our own help card has answered.
 */
export function laneRequest(
  conversation: Conversation,
  branch: Turn[],
  lane: Lane,
  maxTokens: number,
): ModelRequest {
  const { content, difficulty, coachTiming } = conversation;
  const path = rehearsedTurns(branch);
  switch (lane) {
    case "partner":
      return partnerRequest({ content, difficulty, path, maxTokens });
    case "coach":
      return coachRequest({ content, difficulty, timing: coachTiming, path, maxTokens });
  }
}
