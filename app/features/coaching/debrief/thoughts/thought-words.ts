import type { Beat, Ending } from "#app/features/conversations/conversation.ts";

type Told = Exclude<Beat["does"], "open" | "resist" | "move" | "concede" | "close">;

/** Before a word was said, by how guarded the partner came in. */
export const openingThoughts = {
  guarded: "{name} came in expecting a fight, with the answer ready before you had asked.",
  waiting: "{name} came in on guard, and still willing to hear what it was about.",
  open: "{name} came in fairly open, and wanted it to go well.",
};

/** In the past tense, which is the same for every pronoun. */
export const thoughtWords: Record<Told, readonly string[]> & {
  resist: readonly string[];
  resistOn: readonly string[];
  softened: readonly string[];
  moved: readonly string[];
  move: string;
  concede: readonly string[];
  step: string;
} = {
  resist: [
    "{name} heard you and saw no reason yet to think differently.",
    "Nothing in it answered what worried {object}, so {name} stayed with the no.",
  ],
  resistOn: [
    "{name} took it to be about {topic}, and had an answer ready for that.",
    "{name} heard {topic} in it, felt sure there, and did not move.",
  ],
  softened: [
    "{name} noticed that you had listened, and held to the no a little less hard.",
    "It did not show, but {name} had less to defend after that.",
  ],
  probe: [
    "{name} could not tell yet what you wanted, and asked.",
    "{name} waited for the real thing and did not hear it.",
  ],
  moved: ["That counted. {name} did not say so at once, but it was heard."],
  move: "That was one of the few things that count with {object}:",
  concede: ["That was enough for a step, and {name} gave one."],
  step: "{name} decided to give a step:",
  disclose: ["You asked in a way that felt safe, so {name} told you something that had been held back."],
  confirm: ["Your yes let {name} stand by what had been offered."],
  "let-it-pass": ["You took the hard word back, and {name} let it go."],
  "be-leaving": ["{name} had already left inside; only a word about the hurt could have changed that."],
  "be-provoked": [
    "That hurt. {name} stopped weighing your point and began to defend.",
    "{name} heard the attack and nothing else of it.",
  ],
  "be-unimpressed": [
    "{name} had heard that before, and it proved nothing.",
    "To {name} those were words, and nothing in them was about {object}.",
  ],
  "be-puzzled": ["{name} could make no sense of it."],
  "be-relieved": ["{name} felt relief: you had let {object} off, and nothing had to change."],
};

export const closingThoughts: Record<Ending, string> = {
  agreement: "{name} had given all there was to give, and wanted to leave it while it was good.",
  "next-step": "{name} wanted to stop there, with a next step in hand.",
  impasse: "{name} saw no way on any more, and wanted it to end.",
  "someone-leaves": "{name} had had enough.",
};

export const feltWords = {
  resistance: { more: "more guarded", less: "less guarded" },
  trust: { more: "more trusting", less: "less trusting" },
  patience: { more: "more patient", less: "less patient" },
};
