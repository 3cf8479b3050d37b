import { textIn } from "#app/features/scenarios/before-start/before.ts";
import {
  categories,
  type Pronouns,
  pronounChoices,
} from "#app/features/scenarios/writing/written-scenario.ts";
import type { Category } from "#app/features/scenarios/scenario.ts";

/** What a learner tells of the conversation they dread, question by question. */
export type Situation = {
  /** Who the other person is to them: "my landlord". */
  who: string;
  /** A first name to call them by, best an invented one. */
  name: string;
  pronouns: Pronouns;
  /** Who the learner is in it: "a tenant for three years". */
  role: string;
  category: Category;
  aim: Aim;
  /** What happened, and what is hard about it. */
  happened: string;
  /** What a good ending would be. */
  goal: string;
  /** What will come up, each with a line of its own. */
  topics: string[];
  /** How the other person sees it. May be empty. */
  theirView: string;
  /** What might move them, each with a line of its own. May be empty. */
  mightMove: string[];
  /** Everybody in it is 18 or older, they say. */
  adults: boolean;
};

export type SituationField = keyof Situation;

/** What they want to do in it; decides which framework the coach teaches. */
export const aims = ["ask", "decline", "feedback", "conflict", "negotiate", "support"] as const;
export type Aim = (typeof aims)[number];

/** In characters (code points). */
export const situationLimits = {
  who: { least: 2, most: 60 },
  name: { least: 1, most: 30 },
  role: { least: 2, most: 100 },
  happened: { least: 20, most: 1_000 },
  goal: { least: 5, most: 200 },
  theirView: { least: 0, most: 200 },
} as const satisfies Partial<Record<SituationField, { least: number; most: number }>>;

export const topicLimits = { least: 1, most: 5, characters: 40 };
export const moveLimits = { most: 3, characters: 160 };

export type SituationFault = {
  field: SituationField;
  reason: "missing" | "too-short" | "too-long" | "too-many" | "full-name" | "adults-only";
};

/** Reads the posted questions, by hand: the page that shows them carries no zod. */
export function readSituation(fields: FormData): Situation {
  const line = (name: string) => textIn(fields, name).replaceAll(/\s+/gu, " ");
  const lines = (name: string) =>
    textIn(fields, name)
      .split("\n")
      .map((one) =>
        one
          .replaceAll(/\s+/gu, " ")
          .replace(/^[-*•]\s*/u, "")
          .trim(),
      )
      .filter((one) => one !== "");
  return {
    who: line("who"),
    name: line("name"),
    pronouns: pronounChoices.find((one) => one === line("pronouns")) ?? "they",
    role: line("role"),
    category: categories.find((one) => one === line("category")) ?? "work",
    aim: aims.find((one) => one === line("aim")) ?? "ask",
    happened: textIn(fields, "happened"),
    goal: line("goal"),
    topics: lines("topics"),
    theirView: line("theirView"),
    mightMove: lines("mightMove"),
    adults: fields.get("adults") === "yes",
  };
}

/** What is missing or too long, in the order of the questions. */
export function situationFaults(situation: Situation): SituationFault[] {
  const faults = (
    Object.entries(situationLimits) as [keyof typeof situationLimits, { least: number; most: number }][]
  ).flatMap(([field, { least, most }]): SituationFault[] => {
    if (lengthOf(situation[field]) > most) return [{ field, reason: "too-long" }];
    // Empty lines tell nothing.
    const characters = lengthOf(situation[field].replaceAll(/\s+/gu, " "));
    if (characters >= least) return [];
    return [{ field, reason: characters === 0 ? "missing" : "too-short" }];
  });
  const { topics, mightMove, adults, name } = situation;
  const listed = (
    field: "topics" | "mightMove",
    list: string[],
    limits: { most: number; characters: number },
  ) => {
    if (list.length > limits.most) faults.push({ field, reason: "too-many" });
    else if (list.some((one) => lengthOf(one) > limits.characters))
      faults.push({ field, reason: "too-long" });
  };
  if (topics.length < topicLimits.least) faults.push({ field: "topics", reason: "missing" });
  listed("topics", topics, topicLimits);
  listed("mightMove", mightMove, moveLimits);
  if (name.split(" ").length > 1) faults.push({ field: "name", reason: "full-name" });
  if (!adults) faults.push({ field: "adults", reason: "adults-only" });
  return faults;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
