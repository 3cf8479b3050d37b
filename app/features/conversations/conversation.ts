import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { Difficulty } from "#app/features/scenarios/scenario.ts";

/** The longest a learner's message may be, in characters (code points, so that an emoji counts once). */
export const maxMessageCharacters = 4000;

/** A lane is one AI's part in a turn. */
export type LaneStatus =
  | "running"
  | "complete"
  | "truncated"
  | "partial"
  | "stopped"
  | "refused"
  | "failed"
  | "silent";

export type LaneReply = { status: LaneStatus; text: string; attempt: number };

/** One node of the tree, as pages, prompts and exports read it. Turn 0 is the partner's opener: no learner, no coach. */
export type Turn = {
  id: string;
  /** 0 for the opener; the first learner message is turn 1. */
  ordinal: number;
  learner: string | null;
  partner: LaneReply;
  coach: LaneReply;
  /** What the rules read in the learner's message; null on turn 0. */
  moves: LearnerMoves | null;
  /** What the coach's model read in it; left out until its note is written, and where there is none. */
  coded?: CodedMoves | null;
  /** After this turn. */
  state: PartnerState;
  /** How the coach was set when it was taken; left out where nobody asks. */
  coachMode?: CoachMode;
  /** What the learner had looked at before sending; left out where that is nothing. */
  assisted?: Assistance;
};

/**
 * How often the coach looked at a draft, how many hints it gave and how many questions it answered between the turn before
 * and this one.
 */
export type Assistance = { drafts: number; hints: number; questions: number };

/** How rules read one learner message. Written to the turn, so plain data. */
export type LearnerMoves = {
  /** What kind of thing was said, strongest first; never empty ("unclear" at least). */
  acts: LearnerAct[];
  /** Ids of `persona.moves` that this message earned for the first time. */
  earned: string[];
  /** Ids of `persona.secrets` that this message asks about. */
  askedAbout: string[];
  /** Topic of `persona.positions` it is about, or null. */
  topic: string | null;
  /** A verbatim phrase of the learner's that best shows the first act; at most 12 words, cut at word ends. */
  phrase: string;
};

/** How the coach's model read the same message: acts strongest first, and ids of `persona.moves`. */
export type CodedMoves = Pick<LearnerMoves, "acts" | "earned"> & {
  /** Whether that changes nothing of what the rules have read; stored with it, to be counted. */
  agrees?: boolean;
};

export type LearnerAct =
  | "insult"
  | "threat"
  | "blame"
  | "demand"
  | "evade"
  | "give-in"
  | "magic-words"
  | "repeat"
  | "odd-talk"
  | "ask"
  | "reflect"
  | "state-need"
  | "give-reason"
  | "offer"
  | "own-part"
  | "boundary"
  | "accept"
  | "announce"
  | "close"
  | "unclear";

/** The partner's hidden state; numbers are 0–10. Changed by code only, by at most 2 a turn. */
export type PartnerState = {
  resistance: number;
  trust: number;
  patience: number;
  /** Ids of secrets let out. */
  disclosed: string[];
  /** Ids of `persona.moves` earned so far. */
  earned: string[];
  /** Rungs of the ladder given. */
  concessions: number;
  /** Ordinals of the turns whose coding has corrected this state; left out until one has. */
  corrected?: number[];
  /** What the partner does in this turn. */
  beat: Beat;
  /** Set once the partner would close; the learner accepts or goes on. */
  proposes: Ending | null;
};

export type Beat =
  | { does: "open" }
  | { does: "resist"; topic: string | null }
  | { does: "probe" }
  | { does: "move"; move: string }
  | { does: "concede"; concession: string }
  | { does: "disclose"; secret: string }
  /** The learner said yes to what was given last. */
  | { does: "confirm"; concession: string }
  /** The learner owned a hard word, and it is let go. */
  | { does: "let-it-pass" }
  /** Has said goodbye after being hurt, and has a hand on the door. */
  | { does: "be-leaving" }
  | { does: "be-provoked" }
  | { does: "be-unimpressed" }
  | { does: "be-puzzled" }
  | { does: "be-relieved" }
  | { does: "close"; ending: Ending };

export const endings = ["agreement", "next-step", "impasse", "someone-leaves"] as const;
export type Ending = (typeof endings)[number];

/** How a conversation ended, and whose doing it was: the partner's when the learner accepted what the partner proposed. */
export type End = { ending: Ending; by: "learner" | "partner" };

export type ConversationSettings = { difficulty: Difficulty; coachMode: CoachMode };
