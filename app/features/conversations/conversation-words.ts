import type { CoachMode } from "#app/features/scenarios/coach-mode.ts";
import type { End, Ending, LaneStatus } from "./conversation.ts";

/** Over each line of a conversation; `saidWord` is for those who only hear it. */
export const youWord = "You";
export const saidWord = "said";
export const coachWord = "Coach";

/** Leads from a message to the note about it. */
export const notedWords = "The coach noted this";

export function noteOnTurn(ordinal: number): string {
  return `The coach’s note on turn ${ordinal}`;
}

/** Over the conversation, before the learner's goal. */
export const aimWord = "What you are after:";

/** What the learner reads where a partner's reply is not simply there. Null: the reply speaks for itself. */
export function partnerWords(name: string): Record<LaneStatus, string | null> {
  return {
    running: `${name} is answering`,
    complete: null,
    truncated: `${name} had more to say than fits in one reply. Go on from here.`,
    partial: "The reply broke off.",
    stopped: "You stopped this reply.",
    refused: "The model declined to answer this. Say it differently.",
    failed: "No reply came: the language model did not answer. Nothing was charged.",
    silent: null,
  };
}

/** The same for the coach. A silent coach says nothing, except before and on the first message, where silence needs a reason. */
export const coachWords: Record<LaneStatus, string | null> = {
  running: "The coach is writing a note",
  complete: null,
  truncated: null,
  partial: "The note broke off.",
  stopped: "You stopped this note.",
  refused: "The coach had nothing to say to this turn.",
  failed: "The coach missed this turn.",
  silent: null,
};

export const coachListens = "The coach listens to your first message. Notes start with the second.";

/** In the coach's pane before there is anything in it, by how the coach is set. */
export const coachMargin: Record<CoachMode, string> = {
  "after-each-turn": "The coach notes things here, beside your words.",
  "before-sending": "The coach looks at your drafts over the message box. What you ask it is answered here.",
  "when-asked": "The coach says nothing by itself. What you ask it is answered here.",
  off: "The coach is off.",
};

export const coachWaits = "The coach is listening";

/** Leads to the same page, where the note may have come meanwhile. */
export const lookAgainWord = "Look again";

export const sendingWord = ", sending";
export const unsentWords = "Not sent, you are offline.";
export const takeBackWord = "Take it back";

export const retryWord = "Retry";
/** What is asked again, for those who do not see where the button stands. */
export const retryAbout = { partner: "the reply", coach: "the coach’s note" };

export const copyReply = (partnerName: string) => `Copy ${partnerName}’s words`;
export const copyNote = "Copy the note";

/** Lanes in these states may be asked again. */
export const retriable: Record<LaneStatus, boolean> = {
  running: false,
  complete: false,
  truncated: false,
  partial: true,
  stopped: true,
  refused: false,
  failed: true,
  silent: false,
};

/** `listed` stands in lists of conversations, `told` over an ended one and in exports. */
const endingWords: Record<Exclude<Ending, "someone-leaves">, { listed: string; told: string }> = {
  agreement: { listed: "Agreed", told: "You reached an agreement." },
  "next-step": { listed: "Next step", told: "You left with a next step." },
  impasse: { listed: "Not agreed", told: "You did not agree, this time." },
};

/** How it ended. A learner who gave no reason has just ended it, and is told no more than that. */
export function endedWords({ ending, by }: End, partnerName: string): string {
  if (ending !== "someone-leaves") return endingWords[ending].told;
  return by === "partner" ? `${partnerName} walked away.` : "You ended the conversation.";
}

/** The same in a word or three, for lists. */
export function endedInShort({ ending, by }: End, partnerName: string): string {
  if (ending !== "someone-leaves") return endingWords[ending].listed;
  return by === "partner" ? `${partnerName} walked away` : "You ended it";
}

export function proposalTitle(partnerName: string): string {
  return `${partnerName} would leave it at this:`;
}

/** What a proposed ending would be, in the partner's banner. */
export const proposalWords: Record<Ending, string> = {
  agreement: "you have an agreement.",
  "next-step": "you have a next step.",
  impasse: "you do not agree, for now.",
  "someone-leaves": "this talk is over.",
};
export const proposalAnswers = { accept: "Accept and end", goOn: "Keep talking" };

/** How much a budget still holds; `low`: at most a fifth of it. */
type BudgetLeft = { turns: number; low: boolean };

/** "about 12 turns left", the only form in which a learner meets a budget. */
export function turnsLeftWords(turnsLeft: number): string {
  if (turnsLeft <= 0) return "no turns left";
  if (turnsLeft === 1) return "about one turn left";
  return `about ${turnsLeft} turns left`;
}

/** The same beside the message box, once it is near its end. */
export function budgetLeftWords(turnsLeft: number, low: boolean): string {
  return `Practice budget: ${turnsLeftWords(turnsLeft)}${low ? `, ${lowWords}` : ""}`;
}

/** A fifth of the budget or less is left. */
const lowWords = "less than a fifth of it";

/** A budget is an amount, not a rate: there is no hour to wait for. */
const noRefill = "It does not fill up again by itself; whoever invited you can send you a new link.";

/** How things stand, on the start page. */
export function budgetWords({ turns, low }: BudgetLeft): string {
  return turns > 0
    ? `In your practice budget: ${turnsLeftWords(turns)}${low ? `, ${lowWords}` : ""}.`
    : `Your practice budget is used up. ${noRefill} You can still read and download everything you have practised.`;
}

/** The same before a conversation that usually takes so many turns. */
export function budgetBeforeStartWords(left: BudgetLeft, expectedTurns: number): string {
  const { turns, low } = left;
  if (turns <= 0) return `Your practice budget is used up, so nobody could answer you. ${noRefill}`;
  return turns < expectedTurns
    ? `In your practice budget: ${turnsLeftWords(turns)}${low ? `, ${lowWords}` : ""}. This conversation usually takes about ${expectedTurns}.`
    : budgetWords(left);
}

/** Where the message box was, once no turn is left. */
export const spentWords = `Your practice budget is used up. ${noRefill} Everything so far is kept: you can read it, end the practice for its review, and download it.`;
export const spentDownload = "Download this conversation";

/** "12 min"; what took less than one is not called nought. */
export function lengthWords(minutes: number): string {
  return minutes < 1 ? "under a minute" : `${minutes} min`;
}

export function turnCountWords(turns: number): string {
  if (turns === 0) return "No turns";
  return turns === 1 ? "1 turn" : `${turns} turns`;
}

/** Which conversation it is, over a printed one. */
export const printWords = {
  scenario: "Scenario",
  version: (title: string, version: number) => `${title} (version ${version})`,
  partner: "With",
  difficulty: "Difficulty",
  begun: "Begun",
  branch: "Branch",
  address: "Address",
  nature: { term: "What it is", text: "AI practice, not therapy. Everybody in it but you is a program." },
};
