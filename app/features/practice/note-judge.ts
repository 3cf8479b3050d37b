import { checkNote } from "#app/features/coaching/check-note.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Judge } from "./lane-result.ts";

/** Judges a note on the last turn of this branch: the words a learner keeps. */
export function noteJudge(content: ScenarioContent, branch: Turn[]): Judge {
  return { check: (words) => checkNote(words, { path: branch, content }) };
}
