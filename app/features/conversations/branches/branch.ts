/** Where branches parted: the turn, and what was said in it on this one. A branch is named by it. */
export type Parting = { turnId: string; ordinal: number; words: string };

/** What was said last where the conversation in view ends, on a branch that is not in view; `times`: in how many ways. */
export type Rewound = Parting & { times: number };

/** The ways on from one turn, seen from one of them. */
export type Fork = {
  /** Which of them this is, in the order they were taken, from 1. */
  number: number;
  of: number;
  /** Null at the ends. */
  previous: Parting | null;
  next: Parting | null;
};
