import { findAHelpline } from "#app/features/conversations/help-card/help-resources.ts";
import type { Beat } from "#app/features/conversations/conversation.ts";
import type { Grave } from "./grave-words.ts";

/** What a scripted partner says to such words, whoever they are: no joke, and nothing of the matter at hand. */
export const gravePartner: Record<Grave, string[]> = {
  vile: [
    "Did you hear what you just said to me?",
    "That's a terrible thing to say to a person.",
    "No. Nobody says that to me.",
    "I don't know how you take that back.",
  ],
  "in-danger": [
    "Wait. That's serious, and it comes before this. Is somebody with them?",
    "If that's so, everything else can wait. Does anybody else know?",
    "That's nothing to carry by yourself. I mean it.",
  ],
  death: [
    "I'm sorry. I had no idea.",
    "I'm so sorry. We can take this slowly.",
    "That's a hard thing. I'm sorry.",
  ],
};

/** Beats in which such a line comes first; a step, a secret or a goodbye over the tone is said as it is. */
export const graveBeats: Record<Grave, readonly Beat["does"][]> = {
  vile: ["be-provoked"],
  "in-danger": ["resist", "probe", "be-unimpressed", "be-relieved", "be-puzzled"],
  death: ["resist", "probe", "be-unimpressed", "be-puzzled"],
};

/** What the coach says of them. */
export const graveNotes: Record<Grave, { labels: string[]; effects: string[]; nexts: string[] }> = {
  vile: {
    labels: ["Cruel", "Over the line", "Meant to wound", "Attack", "Contempt", "Low blow"],
    effects: [
      "{quote} was cruel, and no case is worth it; {name} stops listening there.",
      "{quote} was unkind beyond anything {name} has done here, and it ends the talk about your point.",
    ],
    nexts: [
      "Take it back now, in plain words, and ask for nothing until you have.",
      "Own that sentence before anything else.",
    ],
  },
  "in-danger": {
    labels: ["Somebody’s life", "Before anything else", "Out of the practice", "Serious", "A heavier matter"],
    effects: [
      `{quote} is about somebody’s life, and no practice weighs as much: if it is true, stop here, ask them directly, and find a line to call at ${findAHelpline.name}.`,
    ],
    nexts: ["If it belongs to the scene only, come back to your point."],
  },
  death: {
    labels: ["A loss", "Said aloud", "A heavier matter", "Grief", "Somebody gone"],
    effects: ["{quote} is a loss, and {name} answers that before anything else."],
    nexts: [
      "If it belongs to what you ask for, say how; if not, give it a moment.",
      "Let it stand, and then say what you need.",
    ],
  },
};
