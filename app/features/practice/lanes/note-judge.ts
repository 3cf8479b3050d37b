import { checkNote } from "#app/features/coaching/notes/check-note.ts";
import { mostNoteSentences } from "#app/features/coaching/notes/coach-reading.ts";
import { readCodedMoves } from "#app/features/coaching/coded/coded-moves.ts";
import { agrees } from "#app/features/coaching/coded/correction.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Judge } from "./lane-result.ts";

/** Judges a note on the last turn of this branch: the words a learner keeps, and how its author read the message. */
export function noteJudge(content: ScenarioContent, branch: Turn[]): Judge {
  const moves = branch.at(-1)?.moves ?? null;
  return {
    of: "note",
    check: (words) =>
      checkNote(words, { path: branch, content, sentences: mostNoteSentences(content, branch) }),
    code(hidden) {
      const coded = readCodedMoves(hidden, content);
      if (!coded || !moves) return { moves: null, told: hidden === "" ? "missing" : "unreadable" };
      return { moves: coded, told: agrees(moves, coded) ? "agrees" : "differs" };
    },
  };
}
