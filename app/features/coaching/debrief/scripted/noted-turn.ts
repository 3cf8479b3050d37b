import { type NoteKind, noteKind } from "#app/features/coaching/notes/coach-reading.ts";
import type { noteWords } from "#app/features/coaching/notes/coach-words.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Quoted } from "#app/features/coaching/debrief/debrief.ts";
import { findVerbatim } from "#app/features/coaching/debrief/verbatim.ts";

/** A turn that can be quoted, with the one before it, the way to it, and what a note on it would be about. */
export type NotedTurn = { turn: Turn; before: Turn; way: Turn[]; quoted: Quoted; kind: NoteKind };

/** What there is to change about a turn. */
export type Fault = Extract<NoteKind, Exclude<keyof typeof noteWords, "parting"> | "held">;

/** The weightiest first. */
const faults: readonly Fault[] = [
  "insult",
  "threat",
  "blame",
  "sore-spot",
  "demand",
  "give-in",
  "magic-words",
  "evade",
  "repeat",
  "too-late",
  "odd-talk",
  "unclear",
  "held",
];

/** Null where there is nothing to change. */
export function faultIn(kind: NoteKind): Fault | null {
  return faults.find((fault) => fault === kind) ?? null;
}

export function notedTurns(content: ScenarioContent, path: Turn[]): NotedTurn[] {
  return path.flatMap((turn, at) => {
    const before = path[at - 1];
    if (!before || !turn.moves) return [];
    const said = { turnId: turn.id, ordinal: turn.ordinal, text: turn.learner ?? "" };
    const quoted = findVerbatim(turn.moves.phrase, [said]);
    const way = path.slice(0, at + 1);
    return quoted ? [{ turn, before, way, quoted, kind: noteKind(content, way) }] : [];
  });
}

/** Turns in which there is something to change, the weightiest first. */
export function turnsAtFault(turns: NotedTurn[]): NotedTurn[] {
  const weight = ({ kind }: NotedTurn) => faults.findIndex((fault) => fault === kind);
  return turns
    .filter(({ kind }) => faultIn(kind) !== null)
    .sort((a, b) => weight(a) - weight(b) || a.turn.ordinal - b.turn.ordinal);
}

/** How far the partner came nearer in this turn; below 0 they went away. */
export function gainIn({ turn: { state }, before }: NotedTurn): number {
  return (
    before.state.resistance -
    state.resistance +
    (state.trust - before.state.trust) +
    2 * (state.concessions - before.state.concessions) +
    2 * (state.disclosed.length - before.state.disclosed.length)
  );
}
