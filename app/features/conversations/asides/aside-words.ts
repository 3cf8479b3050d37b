import type { Assistance, LaneStatus } from "#app/features/conversations/conversation.ts";
import type { Aside } from "./aside.ts";

/** What stands in the coach's pane where the learner asks, and in the box's place where a draft is looked at. */
export const asideWords = {
  title: "Between you and the coach",
  ask: "Ask the coach",
  about: (partnerName: string) => `${partnerName} never sees this. It takes a little budget.`,
  send: "Ask",
  stop: "Stop",
  lookAgain: "Look again",
  you: "You asked",
  draft: "Your draft",
  answered: "Coach",
  hint: (rung: number, of: number) => `Hint ${rung} of ${of}`,
  firstHint: "Give me a hint",
  nextHint: "A bigger hint",
  lastHint: "Show me a whole example",
  hintAbout: "Free. Both mark your next turn.",
  copy: "Copy what the coach said",
};

/** The draft and what the coach says of it, over the message box. */
export const draftWords = {
  title: "The coach on your draft",
  notSent: (partnerName: string) => `${partnerName} has not heard it.`,
  change: "Change it",
  changed: "You have changed it since. Send it, or show the coach again.",
  check: "Show the coach first",
  checkAgain: "Show the coach again",
  checking: "Showing the coach…",
  /** Told at the box, where there is nothing to show. */
  missing: "Write what you would say first; then the coach can look at it.",
};

/** What the learner reads where the coach's answer is not simply there. Null: it speaks for itself. */
export const answerStates: Record<LaneStatus, string | null> = {
  running: "The coach is writing",
  complete: null,
  truncated: null,
  partial: "The answer broke off.",
  stopped: "You stopped this answer.",
  refused: "The coach had nothing to say to this.",
  failed: "The coach missed this. Nothing was charged.",
  silent: null,
};

/** Over each kind, in an export. */
export const asideTitles: Record<Aside["kind"], string> = {
  question: "You, to the coach",
  draft: "You, a draft to the coach",
  hint: "You took a hint",
};

/** On a turn before which the coach was asked. */
export function assistedWords({ drafts, hints, questions }: Assistance): string {
  const parts = [
    ...(drafts === 0 ? [] : [drafts === 1 ? "a look at a draft" : `${drafts} looks at a draft`]),
    ...(hints === 0 ? [] : [hints === 1 ? "a hint" : `${hints} hints`]),
    ...(questions === 0 ? [] : [questions === 1 ? "a question" : `${questions} questions`]),
  ];
  return `With the coach’s help: ${asList.format(parts)}`;
}

const asList = new Intl.ListFormat("en-GB", { type: "conjunction" });
