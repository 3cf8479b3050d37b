import type { CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { LintFault } from "./faults.ts";
import {
  lineCharacters,
  type ListField,
  listLimits,
  paragraphs,
  type TextField,
  type WrittenField,
  writtenLimits,
} from "./written-scenario.ts";

type FieldWords = { label: string; hint?: string };

const perLine = (field: ListField) =>
  `One on each line, ${listLimits[field].least} to ${listLimits[field].most}.`;

/** Every field of a scenario's form. */
export const fieldWords: Record<Exclude<WrittenField, ListField>, FieldWords> &
  Record<ListField, FieldWords> = {
  title: { label: "Title" },
  summary: { label: "In one sentence", hint: "What it is, and what is hard about it." },
  category: { label: "Where in life" },
  situation: {
    label: "What has happened",
    hint: "Told to the one who practises, as “you”. An empty line begins a new paragraph.",
  },
  role: { label: "Who the one who practises is" },
  goal: { label: "What a good ending is" },
  opener: { label: "What the other person says first", hint: "One or two sentences." },
  name: { label: "Name" },
  pronouns: { label: "Pronoun" },
  relationship: { label: "Who they are to the one who practises", hint: "“your landlady”" },
  who: { label: "Who they are", hint: "Two to four sentences to them: “You are …”" },
  interests: { label: "What they care about underneath", hint: perLine("interests") },
  positions: {
    label: "Where they stand, topic by topic",
    hint: "As they would say it aloud. Everything that can come up needs a position: without one they would make it up.",
  },
  moves: { label: "What would move them", hint: "Concrete things; kind words alone never do." },
  never: { label: "What never moves them", hint: perLine("never") },
  triggers: { label: "What makes them harden" },
  knows: { label: "What they know", hint: perLine("knows") },
  doesNotKnow: { label: "What they do not know", hint: perLine("doesNotKnow") },
  secrets: {
    label: "What they keep to themselves",
    hint: "Told only to somebody who asks and has earned it.",
  },
  speech: { label: "How they talk", hint: perLine("speech") },
  concessions: {
    label: "What they would give, step by step",
    hint: `As they would say it aloud, the easiest first, ${listLimits.concessions.least} to ${listLimits.concessions.most} steps. The last one is the agreement.`,
  },
  framework: { label: "What the coach teaches" },
  minutes: { label: "Minutes it takes", hint: "5 to 30" },
  expectedTurns: { label: "Turns it takes", hint: "6 to 20" },
  coachTiming: { label: "When the coach writes" },
};

/** The columns of rows. */
export const columnWords = {
  topic: "Topic",
  position: "What they say to it",
  move: "What it is",
  trigger: "What it is",
  secret: "What they would say",
  condition: "When they would say it",
  step: "What they say",
  words: "Words that go there",
  row: (number: number) => `Row ${number}`,
};

export const wordsHint =
  "“Words that go there” are what a line about it would hold, with commas between; left empty, they are taken from the text.";

export const partWords = {
  story: "The situation",
  person: "The other person",
  mind: "What moves them, and what does not",
  ladder: "What they would give",
  how: "How it is practised",
};

export const frameworkNames: Record<ScenarioContent["framework"], string> = {
  "dear-man": "DEAR MAN: asking, and saying no",
  "interests-rights-power": "Interests, rights, power: conflict",
  sbi: "Situation, behaviour, impact: feedback",
  "anchor-reason-silence": "Anchor, reason, silence: negotiating",
  oars: "OARS: being there for somebody",
};

export const timingWords: Record<CoachTiming, string> = {
  after: "After the reply",
  alongside: "Alongside the reply",
};

/** What is wrong with a field, said where it stands. */
export function lintWords({ field, reason, about }: LintFault): string {
  const at = about === "" ? "" : ` (“${shortened(about)}”)`;
  switch (reason) {
    case "missing":
      return "This is needed.";
    case "too-short":
      return "A few more words, please.";
    case "too-long":
      return `At most ${mostOf(field)} characters${about === "" ? "" : " for each"}, please${at}.`;
    case "too-few":
      return `At least ${listLimits[field as ListField].least} of these, please.`;
    case "too-many":
      return `At most ${listLimits[field as ListField].most} of these, please.`;
    case "topic-without-position":
      return `Every topic needs a position: say where they stand on “${shortened(about)}”.`;
    case "position-without-topic":
      return `This position has no topic yet${at}.`;
    case "row-unfinished":
      return `A row is only half filled in${at}.`;
    case "twice":
      return `This stands here twice, or is what they say somewhere else too${at}. Say it differently once.`;
    case "not-speech":
      return `This is said aloud: at most ${field === "opener" ? "two" : "four"} sentences and one question, without lists and signs${at}.`;
    case "keywords":
      return `Two words or more have to go with this${at}.`;
    case "not-a-number":
      return field === "minutes" ? "A whole number from 5 to 30." : "A whole number from 6 to 20.";
    case "whole-too-long":
      return "Altogether this is too long for the AI to keep in mind. Shorten what is longest.";
    case "paragraph-too-short":
      return `A paragraph is too short to stand alone${at}. Put it together with the one before or after it.`;
    case "too-many-paragraphs":
      return `At most ${paragraphs.most} paragraphs, please. An empty line begins a new one.`;
    case "names-nothing":
    case "too-little":
      return `This does not fit together with the rest${at}.`;
  }
}

function mostOf(field: LintFault["field"]): number {
  return field in writtenLimits ? writtenLimits[field as TextField].most : lineCharacters;
}

const shownCharacters = 60;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= shownCharacters
    ? text
    : `${characters.slice(0, shownCharacters).join("").trim()}…`;
}
