import type { BudgetLeft } from "#app/features/budgets/queries.server.ts";

/** What somebody's own page tells of them. Parts are of the whole budget, 0 to 1. */
export type OwnAccount = {
  name: string | null;
  email: string | null;
  hasGoogle: boolean;
  isGuest: boolean;
  /** ISO 8601. */
  since: string;
  /** ISO 8601: when a guest's access ends. */
  until: string | null;
  left: BudgetLeft;
  usedPart: number;
  /** Kept back for the debrief, as long as it is there. */
  keptPart: number;
  /** What is left beside that: with no turn left, too little for another one. */
  restPart: number;
  /** Conversations, the dearest first. */
  spent: { id: string; title: string; ended: boolean; part: number }[];
  /** Those that are not among them. */
  more: { count: number; part: number };
  /** What the drafts of their own scenarios have cost. */
  draftsPart: number;
  /** Used by what is not there any more. */
  deletedPart: number;
};
