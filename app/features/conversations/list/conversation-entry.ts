import type { End } from "#app/features/conversations/conversation.ts";
import type { Difficulty } from "#app/features/scenarios/scenario.ts";

/** One conversation, as lists show it. */
export type ConversationEntry = {
  id: string;
  scenarioTitle: string;
  partnerName: string;
  difficulty: Difficulty;
  /** Learner turns taken. */
  turns: number;
  expectedTurns: number;
  /** Whole minutes somebody was really there; long pauses do not count. */
  minutes: number;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601: when the last turn was taken, or the conversation begun. */
  lastTurnAt: string;
  /** The last thing said, by either; null before anything was. */
  lastWords: { speaker: "learner" | "partner"; text: string } | null;
  /** The beginning of the last thing the learner said; null before that, and where it was answered by the help card. */
  ownLastWords: string | null;
  ended: End | null;
};
