import type { Ending, LaneStatus } from "./conversation.ts";

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

/** Beside the opener, where the page is wide enough for a margin. */
export const coachMargin = "The coach notes things here, beside your words.";

export const coachWaits = "The coach is listening";

export const sendingWord = ", sending";
export const unsentWords = "Not sent, you are offline.";
export const takeBackWord = "Take it back";

export const retryWord = "Retry";
/** What is asked again, for those who do not see where the button stands. */
export const retryAbout = { partner: "the reply", coach: "the coach’s note" };

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

/** `choice` is the learner's answer when they end it, `listed` stands in the list of past conversations, `told` in exports. */
export const endingWords: Record<Ending, { choice: string; listed: string; told: string }> = {
  agreement: { choice: "We agreed", listed: "Agreed", told: "You reached an agreement." },
  "next-step": { choice: "We have a next step", listed: "Next step", told: "You left with a next step." },
  impasse: { choice: "We did not agree", listed: "Not agreed", told: "You did not agree, this time." },
  "someone-leaves": { choice: "Someone walked away", listed: "Ended early", told: "It ended early." },
};

/** Over the ended conversation. A learner who gave no reason has just ended it, and is told no more than that. */
export function endedWords(
  ending: Ending | null,
  endedBy: "learner" | "partner",
  partnerName: string,
): string {
  if (ending !== null && ending !== "someone-leaves") return endingWords[ending].told;
  return endedBy === "partner" ? `${partnerName} walked away.` : "You ended the conversation.";
}

export function proposalTitle(partnerName: string): string {
  return `${partnerName} would leave it at this:`;
}

/** What a proposed ending would be, in the partner's banner. */
export const proposalWords: Record<Ending, string> = {
  agreement: "you have an agreement",
  "next-step": "you have a next step",
  impasse: "you do not agree, for now",
  "someone-leaves": "this talk is over",
};

/** "about 12 turns left", the only form in which a learner meets a budget. */
export function turnsLeftWords(turnsLeft: number): string {
  if (turnsLeft <= 0) return "no turns left";
  if (turnsLeft === 1) return "about one turn left";
  return `about ${turnsLeft} turns left`;
}

/** Where the message box was, once no turn is left. */
export const spentWords =
  "Your practice budget is used up. Everything so far is kept: you can still read this conversation, end it and download it.";

export function turnCountWords(turns: number): string {
  if (turns === 0) return "No turns yet";
  return turns === 1 ? "1 turn" : `${turns} turns`;
}
