/** The page a stranger sees first. */
export const landingWords = {
  title: "Practise the conversation you keep putting off",
  lead: "An AI partner plays the other person and does not give in because you asked nicely. A coach beside you notes in the margin what your words did, and one thing to try next.",
  look: "See what you can practise",
  how: "How it works",
  steps: {
    learner: {
      title: "You say it in your words",
      text: "Pick a situation, read the brief, and write what you would really say. Take your time; nobody is waiting.",
    },
    partner: {
      title: "The partner answers as themselves",
      text: "They have reasons, a history with you and things they do not tell at once. They move when you give them cause to.",
    },
    coach: {
      title: "The coach pencils one note",
      text: "It quotes your own line, says what it did to the other person, and names one move. Never a lecture, never a flatterer.",
    },
  },
  scenarios: "What would you like to rehearse?",
  entry: {
    title: "How you get in",
    text: "Someone sends you an invitation link: you open it and practise, without an account. “Sign in”, at the top, tells of the other ways there are here. Until then, read any scenario above.",
  },
  privacy: {
    title: "What stays private",
    text: "Your conversations are yours: whoever invited you sees how much practice was used, not what was said.",
    model: "To answer you, your words go to the language model this site runs on, and to nobody else.",
    scripted:
      "Here a program on this server answers you, without a language model: your words go nowhere else.",
  },
};

/** A piece of a rehearsal, as the room would show it. */
export const exampleWords = {
  caption: "An example: three lines of a rehearsal, with a note from the coach",
  partner: "Your manager",
  learner: "You",
  lines: {
    before: "The budget is closed until spring. I told you that in October.",
    said: "I know. I have run the release alone since Priya left, so I’d like us to agree on a number and a date today.",
    after: "A date I could live with. What number did you have in mind?",
  },
  note: {
    label: "Ask with a reason",
    text: "“run the release alone since Priya left” is a fact nobody can argue with, and the answer went from no to how much. Now name the number, then stop talking.",
  },
};
