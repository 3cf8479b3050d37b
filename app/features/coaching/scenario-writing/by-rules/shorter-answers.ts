import type { Situation } from "#app/features/scenarios/own/situation.ts";

/** In characters: how much of what was told the longest draft may hold; `line`: of each answer of one line. */
export type Room = { happened: number; line: number; plain: "all" | "least" };

/**
 * Most room first. Answers within their limits are too long for the AI to keep in mind only in letters that take three or
 * four bytes each: then the rules say less of their own, and in the end not all that was told.
 */
export const rooms: Room[] = [
  { happened: 1_000, line: 200, plain: "all" },
  { happened: 1_000, line: 200, plain: "least" },
  { happened: 600, line: 200, plain: "least" },
  { happened: 300, line: 100, plain: "least" },
  { happened: 150, line: 50, plain: "least" },
  { happened: 80, line: 20, plain: "least" },
];

/** The same answers in so much room, each cut where a word ends. Topics stay: there has to be a position on each. */
export function inRoom(situation: Situation, { happened, line }: Room): Situation {
  return {
    ...situation,
    happened: begun(situation.happened, happened),
    role: begun(situation.role, line),
    goal: begun(situation.goal, line),
    theirView: begun(situation.theirView, line),
    mightMove: situation.mightMove.map((what) => begun(what, line)),
  };
}

function begun(text: string, most: number): string {
  const all = Array.from(text);
  if (all.length <= most) return text;
  const cut = all.slice(0, most - 1).join("");
  const words = cut.replace(/\s\S*$/u, "").trimEnd();
  return `${Array.from(words).length > most / 2 ? words : cut}…`;
}
