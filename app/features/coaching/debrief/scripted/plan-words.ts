import type { Fault } from "./noted-turn.ts";

/** What a plan can name: a move of the framework not tried yet, in the first person, and what the talk kept coming to. */
export type PlanFor = { next: string | null; topic: string | null };

/** The if-then plan by what weighed most. It is read without the talk at hand, so it says what every word refers to. */
export const planWords: Record<Fault, (about: PlanFor) => string> = {
  insult: () =>
    "If I feel a hard word coming, then I will wait one breath and say one fact with a day on it.",
  threat: () =>
    "If I feel cornered, then I will say what I need and by when, and leave out what I could do to {object}.",
  blame: () => "If I hear myself say “you always” or “you never”, then I will say what I saw, and when.",
  "sore-spot": () =>
    "If I notice {name} close up, then I will say what I meant and come back to what I need.",
  demand: () => "If I am about to give an order, then I will give my reason first and then ask.",
  "give-in": ({ next }) =>
    `If I want to take back what I asked for, then I will stay quiet for one breath and ${next ?? "say my wish once more, plainly"}.`,
  "magic-words": () =>
    "If I want to say that I understand, then I will say what exactly I understood, and ask whether I got {object} right.",
  evade: ({ next }) =>
    `If I hear a “maybe” or a “sorry” coming, then I will ${next ?? "say the one thing I came for"}.`,
  repeat: ({ next }) =>
    `If {name} says no again, then I will not use the same words once more but ${next ?? "ask what stands in the way"}.`,
  "too-late": () => "If {name} wants to leave over my tone, then I will take the hard word back first.",
  "odd-talk": ({ next }) =>
    `If I want to step out of the conversation, then I will ${next ?? "say the thing I am avoiding"} instead.`,
  unclear: ({ next }) => `If I lose the thread, then I will ${next ?? "say one plain sentence"} and stop.`,
  held: ({ next, topic }) =>
    `If ${topic === null ? "{name} says no to what I ask for" : `the talk is about “${topic}” and {name} says no`}, then I will ${next ?? "ask one question and leave the next word to {object}"}.`,
};

/** Moves whose description leans on the talk ("say it once"), as a plan can say them by themselves. */
export const planNexts: Record<string, string> = {
  express: "say in one sentence how I feel",
  reinforce: "say what {name} would gain from what I ask for",
  "appear-confident": "say my wish once, without apology or padding",
  "stay-mindful": "say that I heard that, and come back calmly to my one point",
  negotiate: "offer something that would work for both of us",
  "find-common": "name one thing that both of us want",
  "set-limit": "say calmly what I will do if nothing changes",
  "ask-permission": "ask whether now is a moment, and say what I want to talk about",
  impact: "say what came of what happened, and for whom",
  invite: "ask how {name} saw what happened, and listen",
  silence: "ask one thing, then stop and wait for the answer",
  hold: "show that I heard the no, and stay with what I ask for",
  affirm: "name one thing {name} did or carried, in particular",
  reflect: "say back what I understood, with the feeling in what was said, in my own words",
  summarise: "gather what has been said and ask whether I got everything",
  "ask-offer": "ask whether an idea is welcome before I give one",
};
