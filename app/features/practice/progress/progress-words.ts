import type { Level } from "#app/features/coaching/debrief/debrief.ts";
import { skillWords } from "#app/features/coaching/debrief/page/debrief-words.ts";
import { leastObservations, type Observation, type Progress } from "./progress.ts";

export const progressWords = {
  title: "Progress",
  about: `What the debriefs have seen, move by move. Talks with the coach’s help and talks on your own are counted apart: a line appears once a move was seen ${leastObservations} times in talks of the same kind.`,
  none: "Nothing to show yet. Each debrief adds what it saw; a line appears from the third time on.",
  some: ({ assisted, unassisted }: Progress["attempts"]) =>
    `Debriefs so far: ${assisted} with the coach’s help, ${unassisted} on your own. No move has been seen ${leastObservations} times in talks of the same kind yet.`,
  assisted: "With the coach’s help",
  unassisted: "On your own",
  move: "Move",
  attempt: (number: number) => `Attempt ${number}`,
  sideBySide: (title: string) => `“${title}”, attempt beside attempt`,
  level: (level: Level) => skillWords.levels[level],
  /** The same as the line, for who does not see it. */
  line: (observations: Observation[]) => observations.map(({ level }) => skillWords.levels[level]).join(", "),
  tooFew: (seen: number) =>
    seen === 0 ? "Not seen yet" : `Seen ${seen === 1 ? "once" : "twice"}; a line needs ${leastObservations}`,
};
