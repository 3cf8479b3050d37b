/** What the scripted coach says where the learner answered the partner: a yes, a hard word taken back, another language. */
export const acceptedWords = {
  labels: ["A clear yes", "Deal", "Taking the offer", "Said yes", "Settling it"],
  effects: [
    "{quote} is a clear yes to what {name} gave, and {name} need not guess.",
    "{quote} takes what {name} gave and lets it stand.",
  ],
  /** A yes to something said, with more still to come. */
  standsLabels: ["Letting it stand", "Received", "Taken as said", "A quiet yes", "Room to go on"],
  stands: [
    "{quote} lets it stand, and {name} need not take anything back.",
    "{quote} receives it without asking for more in the same breath.",
  ],
  /** Nobody has said yet who does what. */
  nexts: [
    "Say back who does what by when, and then stop.",
    "Check the one date that matters, so that you both leave with the same one.",
  ],
  /** The learner has said their own part. */
  allSaid: [
    "Your part is named; if {possessive} day is not, ask for it once.",
    "Both parts are named now: let it be, or ask for what is still missing in one sentence.",
  ],
};

export const repairedWords = {
  labels: ["Repair", "Owning the tone", "Hard word taken back", "Second start", "Amends"],
  effects: [
    "{quote} takes the hard word back, and {name} has less to defend.",
    "{quote} owns the tone without an excuse, and the talk can go on.",
    "With {quote} {name} need not answer the insult any more.",
  ],
};

export const otherLanguageWords = {
  labels: [
    "English only",
    "Another language",
    "In English, please",
    "Not understood here",
    "One language only",
  ],
  effects: ["{quote} is beyond the scripted partner: without an API key it understands English."],
  nexts: ["Try it in English, or ask the operator to set a key."],
};
