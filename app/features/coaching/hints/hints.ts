import { frameworkHints } from "#app/features/coaching/notes/coach-hints.ts";
import { unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { fill } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { hintWords, rungWords } from "./hint-words.ts";

/** The move a first hint leads to: the first of the framework's that this branch has not shown; then in turns. */
export function moveToHintAt(content: ScenarioContent, path: Turn[]): string {
  const { moves } = frameworks[content.framework];
  const ordinal = path.at(-1)?.ordinal ?? 0;
  // Asking whether now is a moment comes too late once the talk is on.
  const late = (id: string) => id === "ask-permission" && ordinal > 1;
  const unused = unusedMoves(content, path).find(({ id }) => !late(id));
  return (unused ?? moves[ordinal % moves.length])?.id ?? "";
}

/**
 * One rung of the ladder, counted from 1: a question, the name of the move, the beginning of a sentence, a whole example.
 * Our own words and the scenario author's, so it costs nothing and reads the same with every model. Null beyond the last
 * rung, and for a move the framework does not have. Source: product.md, rules for the coach 4.
 */
export function hintText(content: ScenarioContent, moveId: string, rung: number): string | null {
  const move = frameworks[content.framework].moves.find(({ id }) => id === moveId);
  const words = hintWords[moveId];
  if (!move || !words) return null;
  switch (rung) {
    case 1:
      return fill(words.question, content);
    case 2:
      return fill(rungWords.name(move.name, frameworkHints[moveId] ?? move.what), content);
    case 3:
      return fill(rungWords.stem(words.stem.trim()), content);
    case 4:
      return rungWords.example(content.examples.find((one) => one.move === moveId)?.good ?? move.good);
    default:
      return null;
  }
}
