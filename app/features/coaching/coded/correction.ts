import type { CodedMoves, LearnerMoves, Turn } from "#app/features/conversations/conversation.ts";
import { isRude } from "#app/features/coaching/reading/how-it-lands.ts";

export type Correction = {
  resistance: number;
  trust: number;
  /** Moves that the rules had not seen. */
  earned: string[];
  /** Turns it comes from; each corrects once. */
  ordinals: number[];
};

/** What rules and model may differ in with any weight. Acts that change nothing are not worth a quarrel. */
export function agrees(moves: LearnerMoves, coded: CodedMoves): boolean {
  const { resistance, trust, earned } = differenceOf(moves, coded);
  return resistance === 0 && trust === 0 && earned.length === 0;
}

/**
 * What the coach's model saw in earlier turns of this branch and the rules did not, as a change of the partner's state.
 * Each turn counts once, on the first turn that is taken after its note was written; however many come together, no
 * number moves by more than 1. Source: product.md, rules for the partner 3.
 */
export function correctionDue(before: Turn[]): Correction {
  const done = new Set(before.at(-1)?.state.corrected);
  const due = before.filter(({ ordinal, moves, coded }) => moves && coded && !done.has(ordinal));
  const known = new Set(before.at(-1)?.state.earned);
  const differences = due.flatMap(({ moves, coded }) => (moves && coded ? differenceOf(moves, coded) : []));
  const sum = (number: "resistance" | "trust") =>
    bounded(differences.reduce((total, difference) => total + difference[number], 0));
  return {
    resistance: sum("resistance"),
    trust: sum("trust"),
    earned: [...new Set(differences.flatMap(({ earned }) => earned))].filter((id) => !known.has(id)),
    ordinals: due.map(({ ordinal }) => ordinal),
  };
}

function differenceOf(moves: LearnerMoves, coded: CodedMoves) {
  const wasRude = isRude(moves);
  const isRudeToModel = isRude({ ...moves, acts: coded.acts });
  if (isRudeToModel !== wasRude)
    return isRudeToModel
      ? { resistance: 1, trust: -1, earned: [] }
      : { resistance: -1, trust: 1, earned: [] };
  const missed = wasRude ? [] : coded.earned.filter((id) => !moves.earned.includes(id));
  if (missed.length > 0) return { resistance: -1, trust: 1, earned: missed.slice(0, 1) };
  // A heap of the right words, to the one who can read.
  const undeserved = moves.earned.length > 0 && coded.earned.length === 0;
  return { resistance: undeserved ? 1 : 0, trust: undeserved ? -1 : 0, earned: [] };
}

function bounded(change: number): number {
  return Math.max(-1, Math.min(1, change));
}
