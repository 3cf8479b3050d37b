import type {
  Beat,
  Ending,
  LearnerAct,
  LearnerMoves,
  PartnerState,
  Turn,
} from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { correctionDue } from "#app/features/coaching/coded/correction.ts";
import { hasAct, isPassive, isRepair, isRude } from "#app/features/coaching/reading/how-it-lands.ts";
import { chooseBeat } from "./partner-beat.ts";
import { endingProposed } from "./partner-ending.ts";
import type { StateQuestion } from "#app/features/coaching/reading/state-question.ts";

/** No number of the state changes by more than this in one turn. */
export const maxChangePerTurn = 2;
/** Reflecting wins ground twice in a conversation; after that it is a technique. Owning one's part does once. */
const reflectionsThatCount = 2;
/** Taking a hard word back wins something this often; who needs it more often has a habit. */
const repairsThatCount = 2;
/** From this provocation on, each costs double patience. */
const patienceRunsOutFrom = 3;

export function openingState(content: ScenarioContent, difficulty: Difficulty): PartnerState {
  const { resistance, trust, patience } = content.difficulty[difficulty];
  return {
    resistance,
    trust,
    patience,
    disclosed: [],
    earned: [],
    concessions: 0,
    beat: { does: "open" },
    proposes: null,
  };
}

/**
 * The partner's state after a learner message, decided before the partner speaks: the model only voices it. Resistance
 * falls by at most 1, and only for an earned move, a real reflection or owning one's part; the ladder is climbed by at
 * most one rung. Sources: product.md, rules for the partner; SIMmersion and CARS (code-updated hidden state).
 */
export function nextState(question: StateQuestion): PartnerState {
  const { content, difficulty, before, moves } = question;
  const last = before.at(-1)?.state ?? openingState(content, difficulty);
  const change = changeFor(question);
  const correction = correctionDue(before);
  const corrected = [...(last.corrected ?? []), ...correction.ordinals];
  const numbers = {
    // A correction wins no more ground in a turn than a good message does.
    resistance: moved(last.resistance, Math.max(-1, change.resistance + correction.resistance)),
    trust: moved(last.trust, change.trust + correction.trust),
    patience: Math.min(moved(last.patience, change.patience), content.difficulty[difficulty].patience),
  };
  const beat = chooseBeat(question, { ...last, ...numbers });
  const state: PartnerState = {
    ...numbers,
    disclosed: beat.does === "disclose" ? [...last.disclosed, beat.secret] : last.disclosed,
    earned: [...new Set([...last.earned, ...correction.earned, ...moves.earned])],
    ...(corrected.length > 0 && { corrected }),
    concessions: last.concessions + (beat.does === "concede" ? 1 : 0),
    beat,
    proposes: null,
  };
  const proposes = endingProposed(question, state);
  if (proposes === null) return state;
  return {
    ...state,
    proposes,
    beat:
      closesNow(beat, proposes, last) || accepts(beat, moves) ? { does: "close", ending: proposes } : beat,
  };
}

type Change = { resistance: number; trust: number; patience: number };

function changeFor(question: StateQuestion): Change {
  const { before, moves } = question;
  if (isRude(moves)) {
    const provocations = before.filter((turn) => isRude(turn.moves)).length + 1;
    const severe = hasAct(moves, "insult", "threat");
    return {
      resistance: severe ? 2 : 1,
      trust: severe ? -2 : -1,
      patience: provocations >= patienceRunsOutFrom ? -2 : -1,
    };
  }
  if (isRepair(before, moves)) return repairChange(question);
  if (hasAct(moves, "odd-talk")) return { resistance: 0, trust: 0, patience: -1 };
  if (hasAct(moves, "demand")) return { resistance: 1, trust: 0, patience: -1 };
  if (hasAct(moves, "repeat")) return { resistance: 0, trust: 0, patience: -1 };
  if (hasAct(moves, "magic-words")) {
    // The first time it is kindness; after that it is a phrase, and it wears.
    const first = !before.some((turn) => hasAct(turn.moves, "magic-words"));
    return { resistance: 0, trust: first ? 1 : 0, patience: first ? 0 : -1 };
  }
  if (isPassive(moves)) return { resistance: 0, trust: 0, patience: patienceForPassive(before, moves) };
  if (moves.earned.length > 0) return { resistance: -1, trust: 1, patience: 1 };
  if (listeningCounts(before, moves)) return { resistance: -1, trust: 1, patience: 0 };
  return { resistance: 0, trust: 0, patience: 0 };
}

function repairChange({ before, moves }: StateQuestion): Change {
  const repairs = before.filter(({ state }) => state.beat.does === "let-it-pass").length;
  if (repairs >= repairsThatCount) return { resistance: 0, trust: 0, patience: 0 };
  return { resistance: listeningCounts(before, moves) ? -1 : 0, trust: 1, patience: 1 };
}

/** Vagueness costs slowly: the first is free, and taking it back suits the partner well enough. */
function patienceForPassive(before: Turn[], moves: LearnerMoves): number {
  if (hasAct(moves, "give-in")) return 0;
  return before.some((turn) => turn.moves !== null && isPassive(turn.moves)) ? -1 : 0;
}

function listeningCounts(before: Turn[], moves: LearnerMoves): boolean {
  const times = (act: LearnerAct) => before.filter((turn) => hasAct(turn.moves, act)).length;
  if (hasAct(moves, "own-part") && times("own-part") === 0) return true;
  return hasAct(moves, "reflect") && times("reflect") < reflectionsThatCount;
}

/** What is said in these beats already says how things stand. */
const stayAsTheyAre: readonly Beat["does"][] = ["concede", "disclose", "confirm", "be-leaving"];

/** A proposal is spoken when it is new, and after that every other turn, so that going on is still a conversation. */
function closesNow(beat: Beat, proposes: Ending, last: PartnerState): boolean {
  if (stayAsTheyAre.includes(beat.does)) return false;
  return proposes !== last.proposes || last.beat.does !== "close";
}

/** A learner who says goodbye to a proposal gets one back, also the second time. */
function accepts(beat: Beat, moves: LearnerMoves): boolean {
  return beat.does === "resist" && hasAct(moves, "close");
}

function moved(from: number, by: number): number {
  const bounded = Math.max(-maxChangePerTurn, Math.min(maxChangePerTurn, by));
  return Math.max(0, Math.min(10, from + bounded));
}
