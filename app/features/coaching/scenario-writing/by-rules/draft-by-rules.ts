import type { Aim, Situation } from "#app/features/scenarios/own/situation.ts";
import {
  type MoveRow,
  type PositionRow,
  type WrittenScenario,
  writtenLimits,
} from "#app/features/scenarios/writing/written-scenario.ts";
import { contentWords } from "#app/features/coaching/reading/learner-words.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { inParagraphs } from "./paragraphs.ts";
import { plainPersona } from "./plain-persona.ts";
import { secondPerson } from "./second-person.ts";
import { inRoom, type Room, rooms } from "./shorter-answers.ts";
import { eachOnce, sameness, spokenTopic } from "#app/features/coaching/scenario-writing/topics.ts";

/** What the coach teaches, by what the learner wants to do. */
export const frameworkFor: Record<Aim, WrittenScenario["framework"]> = {
  ask: "dear-man",
  decline: "dear-man",
  feedback: "sbi",
  conflict: "interests-rights-power",
  negotiate: "anchor-reason-silence",
  support: "oars",
};

/**
 * A whole scenario from the answers, without any model: what the learner told stands in it word for word, what they did
 * not tell is a plain, plausible person who has reasons and does not fold. It always passes the lint, so that it can be
 * practised as it is and edited from there; shown with many odd answers in `odd-answers.test.ts`.
 */
export function draftByRules(situation: Situation): WrittenScenario {
  const [most, ...less] = rooms.map((room) => () => draftIn(room, inRoom(situation, room)));
  let draft = most?.();
  for (const shorter of less) if (!draft || isTooLong(draft)) draft = shorter();
  if (!draft) throw new Error("There is no room for a draft");
  return draft;
}

function isTooLong(draft: WrittenScenario): boolean {
  const linted = lintWritten(draft, null);
  return !linted.ok && linted.faults.some(({ reason }) => reason === "whole-too-long");
}

function draftIn(room: Room, situation: Situation): WrittenScenario {
  const { who, name, theirView, happened, goal, aim } = situation;
  const topics = eachOnce(situation.topics);
  const called = calledName(name);
  const relationship = toThem(who, "relationship").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) =>
    letter.toLowerCase(),
  );
  const told = toThem(happened.trim(), "situation");
  const plain = plainPersona({ called, aim });
  const some = (texts: string[]) => (room.plain === "all" ? texts : texts.slice(0, 2));
  return {
    title: titleOf(called, topics),
    summary: summaryOf(called, relationship, told),
    category: situation.category,
    situation: inParagraphs(told),
    role: situation.role,
    goal: toThem(goal, "goal"),
    opener: plain.opener,
    name,
    pronouns: situation.pronouns,
    relationship,
    who: whoOf(name, relationship, theirView),
    interests: some(plain.interests),
    positions: positionsOn(topics, plain),
    moves: [...eachOnce(situation.mightMove).map(moveOf), ...plain.moves].slice(0, mostMoves),
    never: some(plain.never),
    triggers: plain.triggers,
    knows: plain.knows,
    doesNotKnow: plain.doesNotKnow,
    secrets: plain.secrets,
    speech: some(plain.speech),
    concessions: plain.concessions,
    framework: frameworkFor[aim],
    minutes: "10",
    expectedTurns: "10",
    coachTiming: "after",
  };
}

const leastTopics = 3;
const mostMoves = 6;
const fewWords = 2;

/** "I" is shorter than "you": where it would grow over its limit, it stays as it was told. */
function toThem(told: string, field: keyof typeof writtenLimits): string {
  const turned = secondPerson(told);
  return Array.from(turned).length <= writtenLimits[field].most ? turned : told;
}

function positionsOn(
  topics: string[],
  { positions, otherTopics }: ReturnType<typeof plainPersona>,
): PositionRow[] {
  const named = topics.map((given, at) => {
    // Under this name the scripted partner keeps what it says of anything.
    const topic = given === "any" ? "Any" : given;
    const position = positions[at % positions.length]?.(spokenTopic(topic)) ?? "";
    return { was: "", topic, position, words: "" };
  });
  const known = new Set(topics.map(sameness));
  const others = otherTopics.filter(({ topic }) => !known.has(sameness(topic)));
  return [...named, ...others].slice(0, Math.max(leastTopics, topics.length));
}

/** One word is not enough to be found by: it is given another way of saying it. */
function moveOf(what: string): MoveRow {
  const said = what.toLowerCase().replaceAll("’", "'");
  const found = new Set(contentWords(said).filter((word) => word.length > 2));
  const words = found.size >= fewWords ? "" : `${sameness(what)}, the ${sameness(what)}`;
  return { id: "", what, words };
}

function titleOf(called: string, topics: string[]): string {
  const [topic = "it"] = topics;
  return Array.from(`${called} and ${topic}`).slice(0, writtenLimits.title.most).join("").trim();
}

/** Their first sentence, where it is one that can stand alone. */
function summaryOf(called: string, relationship: string, told: string): string {
  const { least, most } = writtenLimits.summary;
  const [first = ""] = told.replaceAll(/\s+/gu, " ").split(/(?<=[.!?])\s/u);
  const characters = Array.from(first).length;
  const fits = characters >= least && characters <= most;
  return fits ? first : `A talk with ${called}, ${relationship}, that you have been putting off.`;
}

function whoOf(name: string, relationship: string, theirView: string): string {
  const them = relationship.replace(/^your\b/u, "the");
  const view = theirView === "" ? "" : ` The way you see it: ${asTold(theirView).replace(/[.!?]*$/u, ".")}`;
  return `You are ${name}, ${them} of the person talking to you.${view} You have reasons of your own, and you do not give way because somebody asks nicely. What would change costs you something, and nobody has asked you about that.`;
}

/** "She thinks tenants complain", told to her: "you think tenants complain". */
function asTold(theirView: string): string {
  return theirView.replaceAll(/\b(?:she|he|they)\s+([\p{L}']+)/giu, (_, verb: string) => {
    const plain = irregular[verb.toLowerCase()] ?? (/[^s]s$/u.test(verb) ? verb.slice(0, -1) : verb);
    return `you ${plain}`;
  });
}

const irregular: Record<string, string> = {
  is: "are",
  was: "were",
  has: "have",
  does: "do",
  "doesn't": "don't",
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
};
