import type { Level } from "#app/features/coaching/debrief/debrief.ts";
import type { LaneStatus } from "#app/features/conversations/conversation.ts";

export const debriefWords = {
  title: "The coach looks back",
  about:
    "What worked, in your own words. The moment that decided most. One or two things to change, and a plan for next time.",
  ask: "Ask the coach for the debrief",
  paid: "It is paid from a part of your practice budget that is kept back for it.",
  writing: "The coach is writing the debrief",
  written: "The debrief is there",
  stop: "Stop",
  retry: "Ask for it again",
  strengths: "What worked",
  noStrengths: "There was nothing this time that could be shown with your own words.",
  moment: "The moment that decided most",
  noMoment: (name: string) =>
    `Nothing you said moved ${name} one way or the other, so no single turn decided it.`,
  towards: (name: string) => `Here ${name} moved most, towards you.`,
  away: (name: string) => `Here ${name} moved most, away from you.`,
  tryAgain: "Try that moment again",
  instead: "What else you could say",
  changes: "What to change",
  plan: "Your plan",
  turn: (ordinal: number) => `Turn ${ordinal}`,
  said: (words: string) => `“${words}”`,
};

/** Why there is no debrief, or not a whole one. */
export const debriefStatusWords: Record<LaneStatus, string | null> = {
  running: null,
  complete: null,
  truncated: null,
  partial: "The debrief broke off here.",
  stopped: "You stopped the debrief here.",
  refused: "The language model declined to look back on this conversation.",
  failed: "The coach missed this debrief. Nothing was charged.",
  silent: null,
};

export const skillWords = {
  title: (framework: string) => `How each move went: ${framework}`,
  about: "Each level is something that could be seen and heard. There is no total.",
  seen: (anchor: string) => `: ${anchor}`,
  levels: {
    "not-observed": "Not observed",
    begun: "Begun",
    done: "Done",
    "done-well": "Done well",
  } satisfies Record<Level, string>,
};

export const thoughtsWords = {
  title: (name: string) => `What ${name} was thinking`,
  about: (name: string) =>
    `Turn by turn, from what the program kept of ${name} while you talked. No model made this up afterwards.`,
  open: "Show it turn by turn",
  opening: "Before you spoke",
};

export const talkWords = {
  title: "Talk it over with the coach",
  about: "Ask about anything in it. Each question costs about as much as a turn.",
  question: "Your question",
  ask: "Ask the coach",
  you: "You asked",
  coach: "The coach",
  answering: "The coach is answering",
  failed: "The coach missed this question. Nothing was charged.",
  stopped: "You stopped this answer.",
  partial: "The answer broke off.",
  retry: "Ask again",
  enough: "That was the tenth question. The next thing to learn from is another try.",
};
