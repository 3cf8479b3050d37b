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
  | "nothing-to-retry"
  | "still-running"
  | "stopping"
  | "resting"
  | "away"
  | "offline";

/** Why something was not done: the answer's status, and what happened, what was kept, what to do. */
export const refusals: Record<
  Refusal,
  { status: number; tell(about: { partner: string; characters: number }): string }
> = {
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
    tell: () =>
      "This page had grown out of date, so nothing was sent. Your text is kept below: send it again.",
  },
  "unknown-parent": {
    status: 400,
    tell: () =>
      "That continued a turn this conversation does not have. Nothing was sent and your text is kept below: send it again.",
  },
  "not-found": { status: 404, tell: () => "There is no such turn in this conversation." },
  "other-text": {
    status: 409,
    tell: () =>
      "This turn was already sent with other words, perhaps from another tab. They stand above; your new text is kept below and can be sent as the next turn.",
  },
  busy: {
    status: 409,
    tell: ({ partner }) =>
      `${partner} is still answering. Your text is kept below: send it once the reply has ended.`,
  },
  ended: {
    status: 409,
    tell: () =>
      "This conversation has ended, so nothing was sent. Your text is kept below; you can practise the scenario again.",
  },
  "no-budget": {
    status: 402,
    tell: () =>
      "Your practice budget is used up, so nothing was sent. Your text is kept below. You can still read and export this conversation; whoever invited you can give you a new link.",
  },
  "nothing-to-retry": {
    status: 409,
    tell: () => "That reply is already there, or the conversation has gone on since.",
  },
  "still-running": {
    status: 503,
    tell: () =>
      "The reply could not be stopped yet. It ends by itself within a minute and a half; try again.",
  },
  resting: {
    status: 503,
    tell: () =>
      "The language model has not answered anyone for a while, so nothing was sent or charged. Your text is kept below: try again in half a minute.",
  },
  away: {
    status: 503,
    tell: () =>
      "The service cannot reach its database at the moment, so it is not known whether this was done. Your text is kept below: send it again in a few seconds; it will not be taken twice.",
  },
  offline: {
    status: 503,
    tell: () =>
      "The message did not get through; perhaps you are offline. Your text is kept below: send it again once you are back.",
  },
  stopping: {
    status: 503,
    tell: () =>
      "The service is restarting, so nothing was sent. Your text is kept below: send it again in a few seconds.",
  },
};
