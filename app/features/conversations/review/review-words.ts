import type { Ending } from "#app/features/conversations/conversation.ts";
import { lengthWords, turnCountWords } from "#app/features/conversations/conversation-words.ts";
import type { Review } from "./review.ts";

export const reviewWords = {
  title: "Review",
  read: "Read the review",
  coach: "What the coach noted",
  yourWords: (ordinal: number) => `You, turn ${ordinal}`,
  goal: "What you were after",
  next: "Where to go from here",
  again: "Practise it again",
  harder: "Try it harder",
  other: "Another scenario",
  takeAway: "Take it away",
  transcript: "Read every word again",
  asText: "Download as text (.md)",
  asData: "Download as data (.json)",
  tryLast: "Try your last turn again",
  compare: "Read two branches side by side",
  print: "Print this review",
  erase: "Delete this conversation",
  howEnded: "How would you say it ended?",
  whyAsked: "You need not say. It only names this conversation in your list.",
  mistake: "Ended by mistake?",
  reopen: "Go on talking",
  goesOn: "This conversation goes on, perhaps in another tab, so there is nothing to look back on yet.",
  toCopy: "What you wrote was not kept. It stands here, so that you can copy it.",
  toRoom: "Back to the conversation",
};

/** The learner's own view, before anybody else's. */
export const ownViewWords = {
  title: "First, how you see it",
  question: "What worked, and what would you do differently?",
  hint: "A line or two. Who looks for themselves first gets more out of what the coach says.",
  keep: "Keep it, and show me the coach’s view",
  /** Where the coach's view stands under it already. */
  keepOnly: "Keep it",
  skip: "Show me the coach’s view",
  change: "Change what you said",
  notKept: {
    "too-long":
      "That is more than 2,000 characters. Nothing you wrote is lost: shorten it and send it again.",
    "goes-on":
      "This conversation goes on, perhaps in another tab, so there is nothing to look back on yet. What you wrote is still here.",
    away: "The service cannot reach its database at the moment, so it is not known whether this was kept. What you wrote is still here: send it again in a few seconds.",
  },
};

/** Which conversation it was, before the day it was on. */
export function practisedWords(scenario: string, difficulty: string): string {
  return `${scenario} · ${difficulty} ·`;
}

/** The learner's answers to how it ended; whoever just stopped has said nothing of it, and that is chosen until they do. */
export const endingChoices: { ending: Ending; words: string }[] = [
  { ending: "agreement", words: "We agreed" },
  { ending: "next-step", words: "We have a next step" },
  { ending: "impasse", words: "We did not agree" },
  { ending: "someone-leaves", words: "I’d rather not say" },
];

/** Who ended it and why; the heading over it says how. */
export function whoEndedWords({ ending, by }: Review["end"], partnerName: string): string {
  if (by === "partner")
    return ending === "someone-leaves"
      ? `${partnerName} had had enough, and you let it be.`
      : `${partnerName} offered to leave it there, and you accepted.`;
  return ending === "someone-leaves" ? "" : "You ended it.";
}

/** "9 turns with Ruth, 12 min". */
export function howLongWords({ turns, minutes }: Review, partnerName: string): string {
  if (turns === 0) return `Nothing was said to ${partnerName}.`;
  return `${turnCountWords(turns)} with ${partnerName}, ${lengthWords(minutes)}.`;
}

/** Why there is nothing from the coach to read. */
export function noNotesWords({ turns, settings, coachWasAsked }: Review): string {
  if (turns === 0) return "Nothing was said, so there is nothing to note. The brief waits unchanged.";
  if (coachWasAsked)
    return "The coach wrote no notes of its own. What it told you when you asked stands in the conversation, beside your words.";
  if (settings.coachMode === "off") return "You practised without the coach, so there are no notes.";
  return turns === 1
    ? "The coach only listened to your first message. Notes start with the second."
    : "The coach noted nothing this time.";
}
