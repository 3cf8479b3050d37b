import { debriefSlice } from "./debrief-slice.ts";

/**
 * Weighted tokens of what people practise here, measured over the seeded scenarios (`turns-in-a-budget.test.ts`). A
 * lane's first call writes its whole prompt to the cache and holds back for it; later ones read it from there.
 */
const firstCall = { partner: { held: 3_050, cost: 2_200 }, coach: { held: 3_400, cost: 2_450 } };
/** What both lanes of a later turn cost together, on average. */
const typicalTurn = 1_250;
/** So many own turns, without first calls, say what a turn usually costs. */
const turnsThatTell = 5;
/** Far from the end what is dearer is counted in such steps, of a typical turn, so that the number does not waver. */
const dearSteps = 0.5;
/** So near the end, in typical turns, each one is counted as it is. */
const nearTheEnd = 20;
/** What is new in a lane's prompt: held back beside what its last call cost. */
const news = 475;
/** The shortest answers a last turn is given (`leastMaxTokens` in practice). */
const shortest = { partner: 150, coach: 200 };

/** What a learner's last turns have cost, in weighted tokens. */
export type LastTurns = {
  turns: number;
  /** So many of them hold no lane's first call, which is dearer than what follows; and the median of these. */
  later: number;
  usual: number;
  /** What the latest call of each lane was charged; null: it has made none. */
  partner: number | null;
  coach: number | null;
};

export const noTurns: LastTurns = { turns: 0, later: 0, usual: 0, partner: null, coach: null };

/**
 * About how many more turns do `free` weighted tokens carry? None when the next one would be refused: what it must hold
 * back is then more than is left, which at a conversation's beginning is much more than it will cost. Practising never
 * makes the number grow: turns that were cheaper than typical ones count as typical.
 */
export function turnsIn(free: number, { turns, later, usual, partner, coach }: LastTurns): number {
  // The coach is silent on the first message; whoever has said more and never heard it has turned it off.
  const withCoach = coach !== null || turns < 2;
  const last = { partner, coach };
  let left = free;
  // Each turn is looked at by itself up to the one that follows a lane's first call, whose price it holds back once more.
  const looks = 1 + (partner === null ? 1 : 0) + (withCoach && coach === null ? 1 : 0);
  for (let taken = 0; ; taken++) {
    const speaking = lanes.filter((lane) => lane === "partner" || (withCoach && last.partner !== null));
    const held = sum(speaking, (lane) => heldFor(lane, last[lane]));
    if (left < held) return taken;
    if (taken === looks - 1) return taken + Math.max(1, furtherTurns({ later, usual }, left, held));
    left -= sum(speaking, (lane) => (last[lane] === null ? firstCall[lane].cost : typicalTurn / 2));
    for (const lane of speaking) last[lane] = last[lane] === null ? firstCall[lane].cost : typicalTurn / 2;
  }
}

function furtherTurns(
  { later, usual }: Pick<LastTurns, "later" | "usual">,
  left: number,
  held: number,
): number {
  if (later < turnsThatTell) return Math.floor(left / typicalTurn);
  if (left <= nearTheEnd * typicalTurn) {
    // The last one must still be able to hold back what it may cost.
    return 1 + Math.floor((left - held) / Math.max(typicalTurn, usual));
  }
  const step = dearSteps * typicalTurn;
  return Math.floor(left / Math.max(typicalTurn, Math.floor(usual / step) * step));
}

const lanes = ["partner", "coach"] as const;

/** What the next call of a lane holds back at the least, its last one having cost so much. */
function heldFor(lane: (typeof lanes)[number], last: number | null): number {
  return (last === null ? firstCall[lane].held : last + news) + shortest[lane];
}

function sum(
  of: readonly (typeof lanes)[number][],
  amount: (lane: (typeof lanes)[number]) => number,
): number {
  return of.reduce((total, lane) => total + amount(lane), 0);
}

/** About how many turns does a fresh budget of so many weighted tokens hold? */
export function typicalTurns(tokens: number): number {
  return turnsIn(tokens - debriefSlice(tokens), noTurns);
}
