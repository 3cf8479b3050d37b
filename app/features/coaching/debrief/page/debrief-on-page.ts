import type { Said } from "#app/features/coaching/debrief/debrief.ts";
import type { Pivotal } from "#app/features/coaching/debrief/pivotal-turn.ts";
import type { Thought } from "#app/features/coaching/debrief/thoughts/partner-thoughts.ts";
import type { FrameworkId } from "#app/features/coaching/frameworks.ts";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";

/** Everything a page shows of the coach's look back on one branch. */
export type DebriefOnPage = {
  conversationId: string;
  /** What people call the partner. */
  partnerName: string;
  framework: FrameworkId;
  said: Said[];
  pivotal: Pivotal | null;
  thoughts: Thought[];
  /** Null before it was asked for. */
  reply: LaneReply | null;
  questions: QuestionOnPage[];
  /** The id that the next question gets; null: no more can be asked. */
  nextQuestionId: string | null;
  /** Whose numbers a help card shows first. */
  region: HelpRegion;
};

/** Something posted about a debrief that was not done. */
export type Refused = {
  /** Words for the page. */
  why: string;
  /** What was typed, also where that was nothing; null: it was no question. */
  question: string | null;
  /** To be sent again under this id: it may have been taken, or its own id can never be. Null: any will do. */
  questionId: string | null;
  /** Where it signals self-harm: whom to call, and where. */
  help: HelpRegion | null;
};

/** `byUs`: our own help card has answered. */
export type QuestionOnPage = { id: string; text: string; answer: LaneReply; byUs: boolean };
