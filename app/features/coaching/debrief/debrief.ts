/** Words of the learner's, exactly as they stand in the transcript, and in which turn. */
export type Quoted = { quote: string; ordinal: number };

/** A message of the learner's, to look a quotation up in. */
export type Said = { turnId: string; ordinal: number; text: string };

export const levels = ["not-observed", "begun", "done", "done-well"] as const;
/** How well a move was made, anchored in behaviour by `rubric.ts`. There is no sum of them. */
export type Level = (typeof levels)[number];

export type Skill = { move: string; level: Level; evidence: Quoted | null };

/**
 * What the coach says about one branch once it has ended, in the order it is read. Which turn was the pivotal one is
 * decided by code (`pivotal-turn.ts`); here stands what happened in it. Source: product.md, rules for the coach, 9.
 */
export type Debrief = {
  strengths: (Quoted & { why: string })[];
  moment: { what: string; instead: string | null } | null;
  changes: { quoted: Quoted | null; why: string; instead: string }[];
  plan: string | null;
  skills: Skill[];
};

export const mostStrengths = 2;
export const mostChanges = 2;
