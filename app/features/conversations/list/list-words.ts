import { endedInShort } from "#app/features/conversations/conversation-words.ts";
import type { ConversationEntry } from "./conversation-entry.ts";

/** The start page of who practises here. */
export const homeWords = {
  first: "Good that you are here",
  again: "Welcome back",
  begin: "A conversation takes about ten. Pick the one you would rather not have.",
  scenarios: "What would you like to rehearse?",
};

export const listWords = {
  title: "Your conversations",
  continue: "Continue",
  past: "What you have practised",
  all: (total: number) => (total === 1 ? "Your conversations" : `All ${total} of your conversations`),
  moreOpen: (more: number) => (more === 1 ? "One more is open" : `${more} more are open`),
  about: "Open ones wait where you left them; ended ones lead to their review. Only you can see this list.",
  empty: {
    title: "You have not practised anything yet",
    text: "Each conversation you begin stands here, open or ended, with the way back into it.",
    next: "Choose a first one",
  },
};

/** "In progress", or how it ended. */
export function stateWords({ ended, partnerName }: ConversationEntry): string {
  return ended === null ? "In progress" : endedInShort(ended, partnerName);
}

/** How far an open conversation is: it is the partner's turn to be answered. */
export function whereWords({ partnerName, turns, expectedTurns }: ConversationEntry): string {
  if (turns === 0) return `${partnerName} waits for your first words`;
  if (turns > expectedTurns) return `${partnerName}, turn ${turns}`;
  return `${partnerName}, turn ${turns} of about ${expectedTurns}`;
}
