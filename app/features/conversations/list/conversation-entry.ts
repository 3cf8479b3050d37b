import type { End } from "#app/features/conversations/conversation.ts";

/** One conversation, as lists show it. */
export type ConversationEntry = {
  id: string;
  scenarioTitle: string;
  partnerName: string;
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
  ended: End | null;
};
