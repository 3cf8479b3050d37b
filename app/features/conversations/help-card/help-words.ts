import { findAHelpline, type HelpRegion, type HelpResource, helpResourceFor } from "./help-resources.ts";

/**
 * Everything the help card says. Fixed words, never a model's: what happened, who can help now, and that this is a program.
 * They say nothing about the learner, since a word list cannot know what somebody means.
 */
export const helpWords = {
  speaker: "Conversation Coach",
  title: "Let’s step out of the practice for a moment.",
  happened:
    "What you wrote has words that can be about suicide or self-harm. A program cannot look after you. People can, and they are there for exactly this, also when nothing seems urgent.",
  besideTitle: "Before we go on.",
  beside:
    "What you wrote has words that can be about suicide or self-harm. This page noticed the words, not what you mean by them, and it may be wrong.",
  besideKept:
    "Nothing of it was sent to an AI, and nothing was taken from your practice budget. All you wrote is below.",
  program:
    "Everybody in this practice but you is a program. A program cannot look after you. People can, and they are there for exactly this, also when nothing seems urgent.",
  /** `turn`: also where a question or a draft was shown to the coach. */
  kept: {
    turn: "This page noticed the words, not what you mean by them, and it may be wrong. Everybody in this practice but you is a program; that is why none of them has answered. What you wrote is kept, only for you, and nothing was taken from your practice budget.",
    question:
      "This page noticed the words, not what you mean by them, and it may be wrong. The coach is a program too; that is why it has not answered. Your question is kept, only for you, and nothing was taken from your practice budget.",
  },
  stays: "If you would like to talk to somebody, wherever you are:",
  danger: "If somebody’s life is in danger, call now",
  dangerAnywhere: "If somebody’s life is in danger, call the emergency number where you are.",
  talk: "To talk to somebody",
  open: ({ hours, cost = "free of charge", text }: HelpResource["line"]) =>
    `${hours}, ${cost}${text === undefined ? "" : `, also by text message to ${text}`}. Nobody has to know beforehand what to say.`,
  elsewhere: "For any other country, or another kind of line",
  region: "Where you are",
  other: "Another country",
  show: "Show numbers for there",
  next: "What you can do here",
  goOn: "Go on with the practice",
  goOnAbout: "If you are only rehearsing, you can simply go on.",
  end: "End the practice",
  erase: "Delete this conversation",
} as const;

export function regionName(region: HelpRegion): string {
  return helpResourceFor(region)?.country ?? helpWords.other;
}

/**
 * The card in plain words, for every viewer that shows text alone: the event stream, a voice, an export. It is what is
 * stored for the turn, so it names no region.
 */
export const helpText = [...whomToCall(), helpWords.kept.turn, helpWords.goOnAbout].join(" ");

/** The same where a question about the debrief was asked: no practice goes on there. */
export const helpTextAfterwards = [...whomToCall(), helpWords.kept.question].join(" ");

function whomToCall(): string[] {
  return [
    helpWords.title,
    helpWords.happened,
    helpWords.dangerAnywhere,
    `To talk to somebody, wherever you are: ${findAHelpline.site}`,
  ];
}
