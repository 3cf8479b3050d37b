import type { Fault } from "./noted-turn.ts";

/** The if-then plan by what weighed most; `next` is a move of the framework not tried yet, in the first person. */
export const planWords: Record<Fault, (next: string | null) => string> = {
  insult: () =>
    "If I feel a hard word coming, then I will wait one breath and say one fact with a day on it.",
  threat: () =>
    "If I feel cornered, then I will say what I need and by when, and leave out what I could do to {object}.",
  blame: () => "If I hear myself say “you always” or “you never”, then I will say what I saw, and when.",
  "sore-spot": () =>
    "If I notice {name} close up, then I will say what I meant and come back to what I need.",
  demand: () => "If I am about to order, then I will give the reason first and then ask.",
  "give-in": (next) =>
    `If I want to take it back, then I will stay quiet for one breath and ${next ?? "say it once more, plainly"}.`,
  "magic-words": () =>
    "If I want to say that I understand, then I will say what exactly I understood, and ask whether it is right.",
  evade: (next) =>
    `If I hear a “maybe” or a “sorry” coming, then I will ${next ?? "say the one thing I came for"}.`,
  repeat: (next) =>
    `If {name} says no again, then I will not say it once more but ${next ?? "ask what stands in the way"}.`,
  "too-late": () => "If {name} wants to leave over my tone, then I will take the hard word back first.",
  "odd-talk": (next) =>
    `If I want to step out of it, then I will ${next ?? "say the thing I am avoiding"} instead.`,
  unclear: (next) => `If I lose the thread, then I will ${next ?? "say one plain sentence"} and stop.`,
  held: (next) =>
    `If {name} says that it is not possible, then I will ${next ?? "ask one question and leave it there"}.`,
};
