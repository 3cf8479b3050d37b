import type { Ending, PartnerState } from "#app/features/conversations/conversation.ts";
import { hasAct, isPassive, isRude } from "#app/features/coaching/reading/how-it-lands.ts";
import type { StateQuestion } from "#app/features/coaching/reading/state-question.ts";

/** Someone who takes it back this often has ended the talk, whatever they say. */
const giveInsThatEndIt = 4;
/** And not before this turn: a shy beginning is not an ending yet. */
const firstQuietEnd = 8;
/** Patience at or below which a partner who has given something would rather stop there. */
const lowPatience = 1;
/** A yes before this turn is confirmed, and the talk goes on. */
const firstAcceptedEnd = 5;
/** Turns in a row that bring nothing, past the expected length, before the partner looks at the clock. */
const idleTurns = 2;

/**
 * The ending the partner would propose after this turn, or null. Proposed only: the room stays open, and the proposal
 * falls away again when the learner gives a reason to go on.
 */
export function endingProposed(question: StateQuestion, state: PartnerState): Ending | null {
  const { content, before, moves } = question;
  if (state.beat.does === "be-leaving") return "someone-leaves";
  const rude = isRude(moves);
  if (state.patience === 0 && (rude || before.filter((turn) => isRude(turn.moves)).length >= 2))
    return "someone-leaves";
  if (state.concessions === content.concessions.length) return "agreement";
  const stuck = state.concessions > 0 ? "next-step" : "impasse";
  if (state.beat.does === "confirm") return endsOnYes(question, state) ? "next-step" : null;
  if (state.patience === 0) return stuck;
  if (rude) return null;
  if (hasAct(moves, "close")) return stuck;
  const tired = state.patience <= lowPatience || gaveInTooOften(question) || ranLong(question);
  if (state.concessions > 0) return tired && bringsNothing(question, state) ? "next-step" : null;
  return gaveInTooOften(question) || ranLong(question) ? "impasse" : null;
}

/** The first rung is often an admission, and "OK" to it is no end yet; said twice, it is. */
function endsOnYes({ before, turn }: StateQuestion, { concessions }: PartnerState): boolean {
  if (turn < firstAcceptedEnd) return false;
  return concessions > 1 || before.at(-1)?.state.beat.does === "confirm";
}

function gaveInTooOften({ before, moves, turn }: StateQuestion): boolean {
  if (turn < firstQuietEnd) return false;
  const times = before.filter((turn) => hasAct(turn.moves, "give-in")).length;
  return hasAct(moves, "give-in") && times + 1 >= giveInsThatEndIt;
}

/** Past the expected number of turns, with nothing new for a while. */
function ranLong({ content, before, moves, turn }: StateQuestion): boolean {
  if (turn < content.expectedTurns) return false;
  const recent = [...before.slice(1).map((past) => past.moves), moves].slice(-idleTurns);
  return recent.every(
    (past) =>
      past === null ||
      (past.earned.length === 0 && !hasAct(past, "ask", "own-part", "reflect", "offer", "accept")),
  );
}

function bringsNothing({ moves }: StateQuestion, state: PartnerState): boolean {
  return (
    state.beat.does !== "concede" &&
    state.beat.does !== "disclose" &&
    (isPassive(moves) || moves.earned.length === 0)
  );
}
