import type { LearnerMoves, Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** What decides the partner's next state: everything said on this branch, and how the new message was read. */
export type StateQuestion = {
  content: ScenarioContent;
  difficulty: Difficulty;
  /** The branch so far, from turn 0. */
  before: Turn[];
  moves: LearnerMoves;
  /** Ordinal of the turn being answered; 1 for the first learner message. */
  turn: number;
};
