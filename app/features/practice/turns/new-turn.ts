import { nextState } from "#app/features/coaching/partner/partner-state.ts";
import { readLearnerMoves } from "#app/features/coaching/reading/read-learner-moves.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { helpText } from "#app/features/conversations/help-card/help-words.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";

type Said = { turnId: string; text: string };

/** The rules read the learner's words and move the partner's state before any model is called. */
export function readTurn(
  conversation: Conversation,
  before: Turn[],
  parent: Turn,
  { turnId, text }: Said,
): Turn {
  const { content, difficulty, coachMode } = conversation;
  const ordinal = parent.ordinal + 1;
  const moves = readLearnerMoves({ content, before, text });
  // The learner forms a view of their own first: the coach is silent on the first message.
  const coached = coachMode === "after-each-turn" && before.length > 1;
  return {
    id: turnId,
    ordinal,
    learner: text,
    partner: { status: "running", text: "", attempt: 1 },
    coach: { status: coached ? "running" : "silent", text: "", attempt: 1 },
    moves,
    state: nextState({ content, difficulty, before, moves, turn: ordinal }),
  };
}

/** No model is asked, and nothing is read or moved: the partner stands where they stood, and our own words in their place. */
export function helpTurn(parent: Turn, { turnId, text }: Said): Turn {
  return {
    id: turnId,
    ordinal: parent.ordinal + 1,
    learner: text,
    partner: { status: "silent", text: helpText, attempt: 1 },
    coach: { status: "silent", text: "", attempt: 1 },
    moves: null,
    state: parent.state,
  };
}
