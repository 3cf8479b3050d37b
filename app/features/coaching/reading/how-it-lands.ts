import type { LearnerAct, LearnerMoves, Turn } from "#app/features/conversations/conversation.ts";

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

/** Turns for which a hard word hangs in the air, unless it is taken back sooner. */
const hurtLasts = 3;

/** Whether the partner was hurt lately (or has left over it) and the learner has not owned it since. */
export function hurtLately(before: Turn[]): boolean {
  if (hasLeft(before)) return true;
  const lastOwned = before.findLastIndex(({ moves }) => hasAct(moves, "own-part"));
  const lastHurt = before.findLastIndex(({ moves }) => isRude(moves));
  return lastHurt > lastOwned && lastHurt >= before.length - hurtLasts;
}

/** Takes a hard word back. */
export function isRepair(before: Turn[], moves: LearnerMoves): boolean {
  return hurtLately(before) && hasAct(moves, "own-part") && !isRude(moves);
}

/** The partner has said goodbye over the tone. */
export function hasLeft(before: Turn[]): boolean {
  return before.at(-1)?.state.proposes === "someone-leaves";
}

export function hasAct(moves: LearnerMoves | null, ...acts: LearnerAct[]): boolean {
  return moves !== null && moves.acts.some((act) => acts.includes(act));
}
