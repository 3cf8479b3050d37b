import type { Aim, Situation } from "#app/features/scenarios/own/situation.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { plainPersona } from "./plain-persona.ts";
import { secondPerson } from "./second-person.ts";

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
 * practised as it is and edited from there.
 */
export function draftByRules(situation: Situation): WrittenScenario {
  const { who, name, topics, theirView, mightMove, happened, goal, aim } = situation;
  const called = calledName(name);
  const relationship = secondPerson(who).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const told = secondPerson(happened.trim());
  const plain = plainPersona({ called, aim });
  return {
    title: titleOf(called, topics),
    summary: summaryOf(called, relationship, told),
    category: situation.category,
    situation: told,
    role: situation.role,
    goal: secondPerson(goal),
    opener: plain.opener,
    name,
    pronouns: situation.pronouns,
    relationship,
    who: whoOf(name, relationship, theirView),
    interests: plain.interests,
    positions: [
      ...topics.map((topic, at) => ({
        was: "",
        topic,
        position: plain.positions[at % plain.positions.length]?.(topic) ?? "",
        words: "",
      })),
      ...plain.otherTopics.filter(({ topic }) => !topics.some((one) => one.toLowerCase() === topic)),
    ].slice(0, Math.max(leastTopics, topics.length)),
    moves: [...mightMove.map((what) => ({ id: "", what, words: "" })), ...plain.moves].slice(0, mostMoves),
    never: plain.never,
    triggers: plain.triggers,
    knows: plain.knows,
    doesNotKnow: plain.doesNotKnow,
    secrets: plain.secrets,
    speech: plain.speech,
    concessions: plain.concessions,
    framework: frameworkFor[aim],
    minutes: "10",
    expectedTurns: "10",
    coachTiming: "after",
  };
}

const leastTopics = 3;
const mostMoves = 6;
const titleCharacters = 80;
const summaryCharacters = 220;
const leastSummary = 20;

function titleOf(called: string, topics: string[]): string {
  const [topic = "it"] = topics;
  return Array.from(`${called} and ${topic}`).slice(0, titleCharacters).join("").trim();
}

/** Their first sentence, where it is one that can stand alone. */
function summaryOf(called: string, relationship: string, told: string): string {
  const [first = ""] = told.split(/(?<=[.!?])\s/u);
  const fits = Array.from(first).length >= leastSummary && Array.from(first).length <= summaryCharacters;
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
