import type { PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import { personaHint, stepTold } from "#app/features/coaching/notes/coach-hints.ts";
import { fill, firstName } from "#app/features/coaching/notes/note-writing.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { closingThoughts, feltWords, openingThoughts, thoughtWords } from "./thought-words.ts";

/** What was going on in the partner at one turn, told afterwards. */
export type Thought = {
  turnId: string;
  ordinal: number;
  /** What the learner had said; null at the opening. */
  learner: string | null;
  thought: string;
  /** How it felt in a few words ("less guarded, more trusting"); empty where nothing changed. */
  felt: string[];
};

/**
 * What the partner was thinking, turn by turn: from the states that code has kept, in our own words, so that it is what
 * really decided and no model's story about it. Of the partner's secrets only those are touched that were let out.
 */
export function partnerThoughts(content: ScenarioContent, path: Turn[]): Thought[] {
  const turns = rehearsedTurns(path);
  return turns.map((turn, at) => {
    const before = turns[at - 1];
    return {
      turnId: turn.id,
      ordinal: turn.ordinal,
      learner: turn.learner,
      thought: fill(thoughtOf(content, turn, before), content),
      felt: before ? feelings(before.state, turn.state) : [],
    };
  });
}

/** From here on somebody came in on guard, and up to there openly. */
const guardedFrom = 7;
const openUpTo = 4;

function thoughtOf(content: ScenarioContent, { state, ordinal }: Turn, before: Turn | undefined): string {
  const { beat } = state;
  const variant = (words: readonly string[]) => words[ordinal % words.length] ?? "";
  switch (beat.does) {
    case "open":
      return openingThoughts[
        state.resistance >= guardedFrom ? "guarded" : state.resistance <= openUpTo ? "open" : "waiting"
      ];
    case "resist":
      if (before && state.resistance < before.state.resistance) return variant(thoughtWords.softened);
      return beat.topic === null
        ? variant(thoughtWords.resist)
        : variant(thoughtWords.resistOn).replaceAll("{topic}", beat.topic);
    case "move": {
      const what = content.persona.moves.find(({ id }) => id === beat.move)?.what;
      return what === undefined
        ? variant(thoughtWords.moved)
        : `${thoughtWords.move} ${asDeed(content, what)}`;
    }
    case "concede": {
      const step = stepTold(content, beat.concession);
      return step === null ? variant(thoughtWords.concede) : `${thoughtWords.step} ${step}.`;
    }
    case "close":
      return closingThoughts[beat.ending];
    default:
      return variant(thoughtWords[beat.does]);
  }
}

function feelings(before: PartnerState, after: PartnerState): string[] {
  const numbers = ["resistance", "trust", "patience"] as const;
  return numbers.flatMap((number) => {
    const by = after[number] - before[number];
    return by === 0 ? [] : [feltWords[number][by > 0 ? "more" : "less"]];
  });
}

/** "Says the figure plainly." as something the learner did: "to say the figure plainly." */
function asDeed(content: ScenarioContent, what: string): string {
  return personaHint(what, firstName(content), 0)
    .replace(/^Next, /u, "to ")
    .replace(/^What could reach [^:]+: /u, "");
}
