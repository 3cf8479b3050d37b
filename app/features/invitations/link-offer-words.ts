/** Asked at the end of a conversation, and from four fifths of the budget on; never in between. */
export const linkOfferWords = {
  why: {
    ended: {
      title: "Keep what you have practised",
      text: "So far only this browser knows you. Link a Google account, and you can come back from any other; your conversations and what is left of your practice budget come along.",
    },
    "nearly-used": {
      title: "Your practice budget is nearly used up",
      text: "Link a Google account, and you have a practice budget of your own beside what is left of this one; your conversations come along.",
    },
  },
  link: "Link a Google account",
  dismiss: "Not now",
};
