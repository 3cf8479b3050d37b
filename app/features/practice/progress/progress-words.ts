import type { Level } from "#app/features/coaching/debrief/debrief.ts";
import { skillWords } from "#app/features/coaching/debrief/page/debrief-words.ts";
import { leastObservations, type Observation } from "./progress.ts";

export const progressWords = {
  title: "Progress",
  about: `What the debriefs have seen, move by move. A move appears once it was seen ${leastObservations} times, and what you did with the coach beside you is kept apart from what you did alone.`,
  none: "Nothing to show yet. Each debrief adds what it saw; a line appears from the third time on.",
  some: (attempts: number) =>
    `${attempts === 1 ? "One debrief" : `${attempts} debriefs`} so far. A line appears once a move was seen ${leastObservations} times.`,
  assisted: "With the coach",
  unassisted: "On your own",
  move: "Move",
  attempt: (number: number) => `Attempt ${number}`,
  sideBySide: (title: string) => `“${title}”, attempt beside attempt`,
  level: (level: Level) => skillWords.levels[level],
  /** The same as the line, for who does not see it. */
  line: (observations: Observation[]) => observations.map(({ level }) => skillWords.levels[level]).join(", "),
  tooFew: "Not seen often enough yet",
};
