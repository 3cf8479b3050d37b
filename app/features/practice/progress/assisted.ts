import type { Assistance } from "#app/features/conversations/conversation.ts";

type MarkedTurn = { ordinal: number; coachMode: string; assisted: Assistance | null };

/**
 * Was the coach beside the learner in this attempt? It was where it said something after each turn (the first message is
 * the learner's alone in every mode), and where it was asked something, for a hint or about a draft, before something was said.
 */
export function isAssisted(turns: MarkedTurn[]): boolean {
  return turns.some(
    ({ ordinal, coachMode, assisted }) =>
      assisted !== null || (ordinal > 1 && coachMode === "after-each-turn"),
  );
}
