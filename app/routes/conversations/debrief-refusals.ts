/** Why a debrief, or an answer about one, was not begun. */
const refusals = {
  "not-found": { status: 404, tell: "There is no such conversation." },
  "not-ended": { status: 409, tell: "This conversation goes on, so there is nothing to look back on yet." },
  "nothing-said": {
    status: 409,
    tell: "Nothing was said to the partner, so there is nothing to look back on.",
  },
  "no-debrief": { status: 409, tell: "Ask for the debrief first; then you can talk about it." },
  "other-text": {
    status: 409,
    tell: "That question was already asked in other words, perhaps from another tab.",
  },
  "out-of-date": {
    status: 400,
    tell: "This page had grown out of date, so nothing was asked. Your question is kept: send it again.",
  },
  away: {
    status: 503,
    tell: "The service cannot reach its database at the moment, so it is not known whether this was done. Try again in a few seconds; it will not be taken twice.",
  },
  busy: { status: 409, tell: "The coach still answers your last question. Ask again once it has ended." },
  enough: { status: 409, tell: "That was the tenth question, and the last one about this debrief." },
  empty: { status: 400, tell: "There was nothing to ask. Write your question and send it again." },
  "too-long": {
    status: 400,
    tell: "That is more than 4,000 characters. Nothing you wrote is lost: shorten it and send it again.",
  },
  "no-budget": {
    status: 402,
    tell: "Your practice budget does not hold this any more, so the coach was not asked. Your conversation and its notes stay as they are; whoever invited you can give you a new link.",
  },
  "site-limit": {
    status: 402,
    tell: "All practice on this site has reached its limit for today, so the coach was not asked. It opens again at midnight UTC.",
  },
  resting: {
    status: 503,
    tell: "The language model has not answered anyone for a while, so the coach was not asked and nothing was charged. Try again in half a minute.",
  },
  stopping: {
    status: 503,
    tell: "The service is restarting, so the coach was not asked. Try again in a few seconds.",
  },
  "still-running": {
    status: 503,
    tell: "It could not be stopped yet. It ends by itself within a minute and a half; try again.",
  },
} satisfies Record<string, { status: number; tell: string }>;

export type DebriefRefusal = keyof typeof refusals;

export function debriefRefusal(reason: DebriefRefusal): { status: number; why: string } {
  const { status, tell } = refusals[reason];
  return { status, why: tell };
}
