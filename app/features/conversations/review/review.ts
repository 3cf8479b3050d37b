import type { ConversationSettings, End } from "#app/features/conversations/conversation.ts";
import type { Parting } from "#app/features/conversations/branches/branch.ts";
import type { Before, Feelings } from "#app/features/scenarios/before-start/before.ts";
import { difficulties } from "#app/features/scenarios/forms.ts";
import type { Difficulty } from "#app/features/scenarios/scenario.ts";

/** An ended conversation, as its review looks back on it. */
export type Review = {
  conversationId: string;
  /** `open`: it can be begun once more; one that was deleted or unpublished cannot. */
  scenario: { slug: string; title: string; version: number; open: boolean };
  partner: { name: string; relationship: string };
  /** What the learner was after. */
  goal: string;
  before: Before;
  after: Feelings & { view: string | null };
  settings: ConversationSettings;
  /** ISO 8601. */
  startedAt: string;
  end: End;
  turns: number;
  /** How many branches there are, and which of them this is the review of. */
  branch: { number: number | null; of: number; parting: Parting | null };
  /** The last thing the learner said, to be tried again; null where nothing was said. */
  lastTurn: { id: string; ordinal: number } | null;
  /** What they kept of their own view has words that can be about self-harm. */
  helpStays: boolean;
  /** Whole minutes that were practised. */
  minutes: number;
  /** Every turn the coach noted something on, in order. */
  notes: NotedTurn[];
  /** The coach has said something all the same, because it was asked or shown a draft. */
  coachWasAsked: boolean;
  /** The absolute address, for paper. */
  url: string;
};

export type NotedTurn = { turnId: string; ordinal: number; learner: string; note: string };

/** The next one up; null where nothing is harder. */
export function harderThan(difficulty: Difficulty): Difficulty | null {
  return difficulties[difficulties.indexOf(difficulty) + 1] ?? null;
}

/** Has the learner said how they see it? Then the coach may. */
export function hasOwnView({ after: { view, confidence, dread } }: Pick<Review, "after">): boolean {
  return view !== null || confidence !== null || dread !== null;
}
