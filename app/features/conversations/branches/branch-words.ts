import type { Fork, Parting } from "./branch.ts";

/** Under each of the learner's messages. */
export const tryAgainWords = {
  button: "Try this moment again",
  /** For those who do not see under which message it stands. */
  about: (ordinal: number) => `, turn ${ordinal}`,
};

/** Where the same turn was taken more than once. */
export const forkWords = {
  group: (ordinal: number) => `Branches from turn ${ordinal}`,
  short: ({ number, of }: Fork) => `${number}/${of}`,
  whole: ({ number, of }: Fork) => `Branch ${number} of ${of}`,
  previous: "Previous branch",
  next: "Next branch",
  compare: "Side by side",
};

/** Over the message box, when the conversation in view ends before something that was said already. */
export const rewoundWords = {
  told: (ordinal: number) => `You are back before turn ${ordinal}. What you said before is kept.`,
  back: "Go back to it",
  which: (name: string) => `, ${name}`,
};

const nameCharacters = 42;

/** "from turn 3: “I am asking for …”" */
export function branchName({ ordinal, words }: Pick<Parting, "ordinal" | "words">): string {
  return `from turn ${ordinal}: “${beginning(words)}”`;
}

/** The same with a number before it, where all of them are told apart. */
export function numberedBranch(number: number, of: number, parting: Parting | null): string {
  return parting === null ? `Branch ${number} of ${of}` : `Branch ${number} of ${of}, ${branchName(parting)}`;
}

/** Of a conversation that was taken back to an earlier turn, and not gone on with from there. */
export function rewoundBranch(of: number): string {
  return `The beginning that ${of} branches share`;
}

/** Cut after a word; words so long that there is none are cut anywhere. */
function beginning(words: string): string {
  const line = words.replaceAll(/\s+/gu, " ").trim();
  const characters = [...line];
  if (characters.length <= nameCharacters) return line;
  const cut = characters.slice(0, nameCharacters).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || cut} …`;
}

export const compareWords = {
  title: "Two branches side by side",
  about: (partnerName: string) =>
    `The same conversation with ${partnerName}, gone on in two ways. What both have in common stands once.`,
  left: "One branch",
  right: "The other",
  show: "Show these two",
  shared: "What both have in common",
  nothingShared: "They part with your first message.",
  inView: "The room shows this one.",
  goOn: "Go to this branch",
  which: (number: number) => `(${number})`,
  turn: (ordinal: number) => `Turn ${ordinal}`,
  room: "Back to the conversation",
  open: "Not ended.",
  only: {
    title: "There is only one branch so far",
    text: "Go back to one of your messages with “Try this moment again” and say it differently. Then both can be read here, beside each other.",
  },
  same: "Both are the same branch. Choose another one to read beside it.",
};
