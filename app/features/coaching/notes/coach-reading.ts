import type { Beat, LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { hasAct } from "#app/features/coaching/reading/how-it-lands.ts";
import { findAnyKeyword } from "#app/features/coaching/reading/keywords.ts";
import { actPatterns } from "#app/features/coaching/reading/learner-acts.ts";
import { isOtherLanguage } from "#app/features/coaching/reading/readable.ts";

/** What a note about this turn is about: one kind, the most telling. */
export type NoteKind =
  | "insult"
  | "threat"
  | "blame"
  | "sore-spot"
  | "demand"
  | "give-in"
  | "evade"
  | "repeat"
  | "magic-words"
  | "odd-talk"
  | "unclear"
  | "well-done"
  | "listened"
  | "agreed"
  | "accepted"
  | "repaired"
  | "too-late"
  | "other-language"
  | "parting"
  | "held";

const inOrder: readonly (LearnerAct & NoteKind)[] = [
  "insult",
  "threat",
  "blame",
  "odd-talk",
  "give-in",
  "repeat",
  "magic-words",
  "demand",
  "unclear",
];

export function noteKind(content: ScenarioContent, path: Turn[]): NoteKind {
  const turn = path.at(-1);
  const before = path.at(-2);
  if (!turn?.moves) return "unclear";
  const { moves, state } = turn;
  if (hasAct(moves, "unclear") && isOtherLanguage(turn.learner ?? "", content)) return "other-language";
  if (state.beat.does === "let-it-pass") return "repaired";
  const first = inOrder.find((act) => hasAct(moves, act));
  if (first === "blame" && soreSpot(content, path) !== null) return "sore-spot";
  if (first) return first;
  if (state.beat.does === "be-leaving") return "too-late";
  if (hasAct(moves, "accept") && (state.beat.does === "confirm" || state.proposes === "agreement"))
    return "accepted";
  if (moves.earned.length > 0 || state.beat.does === "concede" || state.beat.does === "disclose")
    return "well-done";
  if (state.proposes === "agreement") return "agreed";
  if (before && state.resistance < before.state.resistance) return "listened";
  if (hasAct(moves, "close") && state.proposes !== null) return "parting";
  if (hasAct(moves, "evade")) return "evade";
  return "held";
}

/** What sets this partner off and was touched without a word of blame ("at least it is not worse"), or null. */
export function soreSpot({ persona }: ScenarioContent, path: Turn[]): string | null {
  const line = (path.at(-1)?.learner ?? "").toLowerCase().replaceAll("’", "'");
  if (actPatterns.blame?.some((pattern) => [...line.matchAll(pattern)].length > 0)) return null;
  const trigger = persona.triggers.find(({ keywords }) => findAnyKeyword(line, keywords) !== null);
  if (!trigger) return null;
  const what = (trigger.what.split(":")[0] ?? "").replace(/\.$/u, "");
  return what.charAt(0).toLowerCase() + what.slice(1);
}

/** Earliest turn for the partner's view: by then the learner has one of their own. */
const viewFromTurn = 3;
/** If nothing calls for it before, it is named in the first turn from here on that has room for it. */
const viewAtLatest = 6;
/** Where the partner has no part of the talk left to be seen from, or nothing was said that could be answered. */
const noRoomForView: readonly Beat["does"][] = [
  "be-puzzled",
  "be-leaving",
  "let-it-pass",
  "confirm",
  "close",
];
/** Pressing one's own case, calmly or not. A question, a reflection or a hedge presses nothing. */
const pressing: readonly LearnerAct[] = [
  "blame",
  "threat",
  "demand",
  "boundary",
  "state-need",
  "give-reason",
];
const notPressing: readonly LearnerAct[] = [
  "ask",
  "reflect",
  "own-part",
  "accept",
  "evade",
  "give-in",
  "magic-words",
  "repeat",
  "odd-talk",
  "unclear",
  "announce",
];

/**
 * Whether this is the turn in which the coach names the partner's plausible view: once a conversation, where the learner
 * argues past something the partner has openly said or hurts them, else in its middle; decided from the path alone so that
 * it cannot come twice. Source: product.md, rules for the coach 6.
 */
export function namesPartnerView(path: Turn[]): boolean {
  const due = path.findIndex((turn) => callsForView(turn));
  return due !== -1 && due === path.length - 1;
}

function callsForView({ ordinal, moves, state }: Turn): boolean {
  if (moves === null || ordinal < viewFromTurn) return false;
  const { does } = state.beat;
  if (does === "be-provoked") return true;
  if (
    does === "resist" &&
    moves.topic !== null &&
    hasAct(moves, ...pressing) &&
    !hasAct(moves, ...notPressing)
  )
    return true;
  return ordinal >= viewAtLatest && !noRoomForView.includes(does);
}

/** Kinds of a turn that worked. */
const workedKinds: readonly NoteKind[] = ["well-done", "listened", "agreed", "accepted", "repaired"];

/** On track: the turn worked and no end is on the table, so that there is nothing to say but what worked. */
export function isOnTrack(content: ScenarioContent, path: Turn[]): boolean {
  return workedKinds.includes(noteKind(content, path)) && (path.at(-1)?.state.proposes ?? null) === null;
}

/** Sentences a note on this turn may have: one when on track, and one more where the partner's view goes with it. */
export function mostNoteSentences(content: ScenarioContent, path: Turn[]): number {
  return isOnTrack(content, path) && !namesPartnerView(path) ? 1 : 2;
}

/** The topic the exchange is on: the learner's, else the one their words before were about. */
export function currentTopic(path: Turn[]): string | null {
  return path.findLast((turn) => turn.moves?.topic)?.moves?.topic ?? null;
}

/** What would move the partner and has not been said yet; what fits the topic at hand first. */
export function unsaidMoves({ persona }: ScenarioContent, path: Turn[]): ScenarioContent["persona"]["moves"] {
  const earned = new Set(path.at(-1)?.state.earned ?? []);
  const position = persona.positions.find(({ topic }) => topic === currentTopic(path));
  const left = persona.moves.filter(({ id }) => !earned.has(id));
  const near = left.filter(({ keywords }) =>
    keywords.some((keyword) => position !== undefined && findAnyKeyword(keyword, position.keywords) !== null),
  );
  return [...new Set([...near, ...left])];
}
