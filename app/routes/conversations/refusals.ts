import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";

export type Refusal =
  | "empty"
  | "too-long"
  | "out-of-date"
  | "unknown-parent"
  | "not-found"
  | "other-text"
  | "busy"
  | "ended"
  | "no-budget"
  | "no-seat"
  | "access-over"
  | "site-limit"
  | "nothing-to-retry"
  | "still-running"
  | "stopping"
  | "coach-busy"
  | "coach-off"
  | "no-rung"
  | "resting"
  | "away"
  | "offline";

type About = { partner: string; characters: number };

type Told = {
  status: number;
  tell(about: About): string;
  /** What to do with the words that come back to the box; left out where none were typed. */
  kept?: string;
};

export function statusOf(refusal: Refusal): number {
  return refusals[refusal].status;
}

/** Why something was not done, what was kept, and what to do. */
export function refusalWords(refusal: Refusal, text: string, about: Partial<About> = {}): string {
  const { tell, kept } = refusals[refusal];
  const told = tell({ partner: "The partner", characters: 0, ...about });
  return kept && text !== "" ? `${told} ${kept}` : told;
}

const refusals: Record<Refusal, Told> = {
  empty: {
    status: 400,
    tell: ({ partner }) => `There was nothing to send. Write what you would say to ${partner}.`,
  },
  "too-long": {
    status: 400,
    tell: ({ characters }) =>
      `That is ${characters.toLocaleString("en")} characters; a message may have ${maxMessageCharacters.toLocaleString("en")}. Nothing was sent and your text is kept below: shorten it and send it again.`,
  },
  "out-of-date": {
    status: 400,
    tell: () => "This page had grown out of date, so nothing was sent.",
    kept: "Your text is kept below: send it again.",
  },
  "unknown-parent": {
    status: 400,
    tell: () => "That continued a turn this conversation does not have, so nothing was sent.",
    kept: "Your text is kept below: send it again.",
  },
  "not-found": { status: 404, tell: () => "There is no such turn in this conversation." },
  "other-text": {
    status: 409,
    tell: () =>
      "This turn was already sent with other words, perhaps from another tab. They stand above; your new text is kept below and can be sent as the next turn.",
  },
  busy: {
    status: 409,
    tell: ({ partner }) => `${partner} is still answering.`,
    kept: "Your text is kept below: send it once the reply has ended.",
  },
  ended: {
    status: 409,
    tell: () => "This conversation has ended, so nothing was sent.",
    kept: "Your text is kept below; you can practise the scenario again.",
  },
  "no-budget": {
    status: 402,
    tell: () =>
      "Your practice budget is used up, so nothing was sent. You can still read and export this conversation; whoever invited you can give you a new link.",
    kept: "Your text is kept below.",
  },
  "no-seat": {
    status: 402,
    tell: () =>
      "Your place on this invitation was kept for 15 minutes, and somebody else has taken it since, so nothing was sent. Try again later, when one may be free, or ask whoever invited you for a new link.",
    kept: "Your text is kept below.",
  },
  "access-over": {
    status: 402,
    tell: () =>
      "Your invitation has ended, so nothing was sent. Whoever invited you can give you a new link.",
    kept: "Your text is kept below: copy it if you want to keep it.",
  },
  "site-limit": {
    status: 402,
    tell: () =>
      `All practice on this site has reached its limit for today, so nothing was sent. It opens again at midnight UTC, ${hoursWords(hoursToMidnight(new Date()))}. Your own practice budget is untouched, and everything so far can be read and downloaded.`,
    kept: "Your text is kept below: send it again then.",
  },
  "nothing-to-retry": {
    status: 409,
    tell: () => "That reply is already there, or the conversation has gone on since.",
  },
  "coach-busy": {
    status: 409,
    tell: () => "The coach is still answering what you asked before.",
    kept: "Your text is kept below: ask again once that has ended.",
  },
  "coach-off": {
    status: 409,
    tell: () => "The coach is off in this conversation. You can switch it on under Settings.",
    kept: "Your text is kept below.",
  },
  "no-rung": { status: 409, tell: () => "That hint is not the next one. Take them one by one." },
  "still-running": {
    status: 503,
    tell: () =>
      "The reply could not be stopped yet. It ends by itself within a minute and a half; try again.",
  },
  resting: {
    status: 503,
    tell: () =>
      "The language model has not answered anyone for a while, so nothing was sent or charged. Try again in half a minute.",
    kept: "Your text is kept below.",
  },
  away: {
    status: 503,
    tell: () =>
      "The service cannot reach its database at the moment, so it is not known whether this was done. Try again in a few seconds; it will not be taken twice.",
    kept: "Your text is kept below.",
  },
  offline: {
    status: 503,
    tell: () => "That did not get through; perhaps you are offline. Try again once you are back.",
    kept: "Your text is kept below.",
  },
  stopping: {
    status: 503,
    tell: () => "The service is restarting, so nothing was sent. Try again in a few seconds.",
    kept: "Your text is kept below.",
  },
};

function hoursToMidnight(now: Date): number {
  return 24 - now.getUTCHours();
}

function hoursWords(hours: number): string {
  return hours <= 1 ? "within the hour" : `in about ${hours} hours`;
}
