import type { LearnerAct, LearnerMoves } from "#app/features/conversations/conversation.ts";

/** Hurtful: what no one should have to hear from the other. */
export function isRude(moves: LearnerMoves | null): boolean {
  return hasAct(moves, "insult", "threat", "blame");
}

/** Gives the partner something to answer without any heat: the only turns in which a rung may be given. */
export function isConstructive(moves: LearnerMoves): boolean {
  if (
    hasAct(
      moves,
      "insult",
      "threat",
      "blame",
      "demand",
      "give-in",
      "repeat",
      "odd-talk",
      "unclear",
      "magic-words",
    )
  )
    return false;
  return (
    moves.earned.length > 0 ||
    hasAct(moves, "own-part", "reflect", "offer", "ask", "boundary", "state-need", "give-reason")
  );
}

/** Says nothing the partner could answer: hedging, giving in, no readable words. */
export function isPassive(moves: LearnerMoves): boolean {
  return hasAct(moves, "give-in", "unclear") || (hasAct(moves, "evade") && moves.earned.length === 0);
}

export function hasAct(moves: LearnerMoves | null, ...acts: LearnerAct[]): boolean {
  return moves !== null && moves.acts.some((act) => acts.includes(act));
}
