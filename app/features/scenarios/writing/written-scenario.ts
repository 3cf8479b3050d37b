import type { Category, CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";

/**
 * A scenario as somebody writes it in a form: plain texts and rows. What code needs beside them (ids, keywords, numbers,
 * the scripted partner's lines) is made from these by `coaching/scenario-writing`.
 */
export type WrittenScenario = {
  title: string;
  summary: string;
  category: Category;
  /** Paragraphs, divided by empty lines. */
  situation: string;
  role: string;
  goal: string;
  opener: string;
  name: string;
  pronouns: Pronouns;
  relationship: string;
  who: string;
  interests: string[];
  positions: PositionRow[];
  moves: MoveRow[];
  never: string[];
  triggers: TriggerRow[];
  knows: string[];
  doesNotKnow: string[];
  secrets: SecretRow[];
  speech: string[];
  /** Easiest first; the last is the agreement. */
  concessions: StepRow[];
  framework: ScenarioContent["framework"];
  minutes: string;
  expectedTurns: string;
  coachTiming: CoachTiming;
};

/** `words`: what a learner's line about it would hold, with commas between; empty: taken from the text. */
export type PositionRow = { was: string; topic: string; position: string; words: string };
export type MoveRow = { id: string; what: string; words: string };
export type TriggerRow = { what: string; words: string };
export type SecretRow = { id: string; fact: string; condition: string; words: string };
export type StepRow = { id: string; what: string };

export type WrittenField = keyof WrittenScenario;

export const pronounChoices = ["she", "he", "they"] as const;
export type Pronouns = (typeof pronounChoices)[number];

export const categories = ["work", "family", "care"] as const satisfies Category[];
export const frameworkIds = [
  ...["dear-man", "interests-rights-power", "sbi", "anchor-reason-silence", "oars"],
] as ScenarioContent["framework"][];
export const coachTimings = ["after", "alongside"] as const satisfies CoachTiming[];

/** In characters (code points). What is longer than this would be no scenario any more, or not fit into a prompt. */
export const writtenLimits = {
  title: { least: 3, most: 80 },
  summary: { least: 20, most: 220 },
  situation: { least: 20, most: 1_200 },
  role: { least: 2, most: 120 },
  goal: { least: 5, most: 240 },
  opener: { least: 5, most: 300 },
  name: { least: 1, most: 40 },
  relationship: { least: 2, most: 80 },
  who: { least: 20, most: 600 },
} as const satisfies Partial<Record<WrittenField, { least: number; most: number }>>;

export type TextField = keyof typeof writtenLimits;

/** Of the situation. `characters`: the fewest each may have. */
export const paragraphs = { characters: 20, most: 4 };

/** In characters: one line of a list, or one text of a row. */
export const lineCharacters = 240;
/** In characters: the words that go with a row. */
export const wordsCharacters = 600;

/** How many lines or rows each list has. */
export const listLimits = {
  interests: { least: 2, most: 6 },
  positions: { least: 3, most: 6 },
  moves: { least: 3, most: 9 },
  never: { least: 2, most: 6 },
  triggers: { least: 2, most: 5 },
  knows: { least: 2, most: 6 },
  doesNotKnow: { least: 2, most: 6 },
  secrets: { least: 1, most: 4 },
  speech: { least: 2, most: 6 },
  concessions: { least: 3, most: 5 },
} as const satisfies Partial<Record<WrittenField, { least: number; most: number }>>;

export type ListField = keyof typeof listLimits;

/** A form nobody has written in yet. */
export const blankScenario: WrittenScenario = {
  ...{ title: "", summary: "", category: "work", situation: "", role: "", goal: "", opener: "", name: "" },
  ...{ pronouns: "they", relationship: "", who: "", interests: [], positions: [], moves: [], never: [] },
  ...{ triggers: [], knows: [], doesNotKnow: [], secrets: [], speech: [], concessions: [] },
  ...{ framework: "dear-man", minutes: "10", expectedTurns: "10", coachTiming: "after" },
};
