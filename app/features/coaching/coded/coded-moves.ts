import { z } from "zod";
import type { CodedMoves, LearnerAct, LearnerMoves } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** What a coach's model may say a message does, and what each of them means to it; the rules use the same. */
export const actMeanings: Record<LearnerAct, string> = {
  insult: "an insult",
  threat: "a threat",
  blame: "blame or a sore spot",
  demand: "a demand",
  evade: "hedging",
  "give-in": "giving in",
  "magic-words": "kind words without content",
  repeat: "the same as before",
  "odd-talk": "talk outside the scene",
  ask: "a question",
  reflect: "reflecting the partner",
  "state-need": "stating a need",
  "give-reason": "giving a reason",
  offer: "an offer",
  "own-part": "owning their part",
  boundary: "a boundary",
  accept: "saying yes to what was given",
  announce: "announcing that something is coming",
  close: "closing",
  unclear: "unclear",
};

/** The others say by themselves what they mean. */
const unclearNames: LearnerAct[] = ["magic-words", "odd-talk", "evade", "announce"];

const acts = Object.keys(actMeanings) as LearnerAct[];
const mostActs = 3;
const mostEarned = 2;

/**
 * Reads the structured part of a coach's answer, which stands after its note and is never shown. Null when it is not what
 * was asked for: another shape, an act or a move that does not exist.
 */
export function readCodedMoves(hidden: string, { persona }: ScenarioContent): CodedMoves | null {
  const json = /\{[\s\S]*\}/u.exec(hidden)?.[0];
  if (json === undefined) return null;
  const schema = z.strictObject({
    acts: z.array(z.enum(acts)).min(1).max(mostActs),
    earned: z.array(z.enum(persona.moves.map(({ id }) => id))).max(mostEarned),
  });
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** The structured part as a scripted coach writes it: what the rules have read. */
export function codedPart({ acts: read, earned }: CodedMoves | LearnerMoves): string {
  return `<coded>${JSON.stringify({ acts: read.slice(0, mostActs), earned: earned.slice(0, mostEarned) })}</coded>`;
}

/** What the coach is told about it, for its frozen prompt. */
export function codingRules({ persona }: ScenarioContent): string[] {
  return [
    `When a note is asked for, write after it, on a new line, what you read in the learner's newest message, and nothing after that: ${codedPart({ acts: ["ask"], earned: [] })}`,
    `acts, one to ${mostActs}, strongest first: ${acts.map((act) => (unclearNames.includes(act) ? `${act} (${actMeanings[act]})` : act)).join(", ")}.`,
    `earned, mostly none: the names in brackets of what in it would move ${persona.name}, if it is meant and said for the first time.`,
  ];
}
