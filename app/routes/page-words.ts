/** What stands in the heads of pages: in tabs, in search results and on the cards of messengers. */
export const siteName = "Conversation Coach";

export const cardPictureWords = "Conversation Coach: practise the conversation you keep putting off";

/** Under a conversation that is not there for whoever asks. */
export const ownBrowserWords = "If it was a conversation of yours, open it in the browser you started it in.";

export const headWords = {
  home: {
    title: "Conversation Coach: practise the conversation you dread",
    description:
      "Rehearse a hard conversation before you have it. An AI partner plays the other person and does not fold; an AI coach notes one thing after each turn.",
  },
  login: { title: "Sign in" },
  owner: { title: "Sign in as the owner" },
  admin: { title: "Administration" },
  people: { title: "People" },
  audit: { title: "Audit" },
  invitation: {
    title: "You are invited",
    card: "You are invited to Conversation Coach",
    description: "Practise a hard conversation with an AI partner and an AI coach.",
  },
  conversation: { title: "Conversation" },
  notFound: { title: "Not found" },
};
