import type { NoteKind } from "#app/features/coaching/notes/coach-reading.ts";
import type { NoteWords } from "#app/features/coaching/notes/coach-words.ts";

/**
 * What the scripted coach says about a draft: what it would do, since nobody has heard it yet. Placeholders as in
 * `coach-words.ts`.
 */
const pressing: NoteWords = {
  labels: ["Too hot", "Before it lands", "A hard edge", "Second thoughts", "Cool it", "Heat in it"],
  effects: [
    "{quote} would hurt, and {name} would answer the tone instead of your point.",
    "{quote} would give {name} something to defend, and your need would go unheard.",
    "After {quote} this would be about who is right.",
  ],
  nexts: [
    "Keep the fact in it and leave the verdict out.",
    "Say what you need instead, in one sentence a stranger would accept.",
    "Begin with what it did to you.",
  ],
};

const hedging: NoteWords = {
  labels: ["Hidden ask", "Too soft", "Half said", "Say it", "Between the lines", "Fog"],
  effects: [
    "{quote} would be easy to overlook: {name} could answer it without giving you anything.",
    "{quote} would leave {object} guessing what you want.",
    "{quote} would take your own point off the table.",
  ],
  nexts: [
    "Name the one thing you want before you send it.",
    "Strike the padding and see what is left.",
    "Keep one sentence: the one you are afraid of.",
  ],
};

const empty: NoteWords = {
  labels: ["Nothing new", "Same again", "Only words", "No content yet", "Already heard", "Thin"],
  effects: [
    "{quote} would tell {name} nothing that has not been said.",
    "{quote} would pass, and change nothing for {object}.",
  ],
  nexts: [
    "Put one fact in that {name} does not have yet.",
    "Ask one real question instead.",
    "Say what it would mean to you, in particular.",
  ],
};

const unreadable: NoteWords = {
  labels: ["Unclear", "Out of the scene", "Hard to follow", "Lost thread", "Not for {name}", "Astray"],
  effects: ["{quote} would puzzle {name} more than it would tell {object}."],
  nexts: ["Say it as you would across a table.", "Come back to what you are after."],
};

const steady: NoteWords = {
  labels: ["Fair so far", "Solid ground", "Plain enough", "On the table", "Steady", "A start"],
  effects: [
    "{quote} would be heard, and would leave {name} where {name} is.",
    "{quote} is fair, and {name} would still have the same reasons.",
  ],
  nexts: [],
};

/** It can go as it is: one sentence. */
export const readyWords: NoteWords = {
  labels: ["Ready", "Good to go", "Send it", "Worth sending", "As it stands", "Clear"],
  effects: [
    "{quote} would give {name} something real to answer: it can go as it is.",
    "{quote} says something {name} has not heard yet: send it, and then wait.",
  ],
  nexts: [],
};

export function draftWords(kind: NoteKind): NoteWords {
  switch (kind) {
    case "insult":
    case "threat":
    case "blame":
    case "sore-spot":
    case "demand":
      return pressing;
    case "give-in":
    case "evade":
    case "parting":
      return hedging;
    case "repeat":
    case "magic-words":
      return empty;
    case "unclear":
    case "odd-talk":
    case "other-language":
      return unreadable;
    case "too-late":
    case "held":
      return steady;
    case "well-done":
    case "listened":
    case "agreed":
    case "accepted":
    case "repaired":
      return readyWords;
  }
}
