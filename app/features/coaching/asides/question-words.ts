/** What the scripted coach answers with, before the move it names. Placeholders as in `coach-words.ts`. */
export const questionWords = {
  otherLanguage: "Without an API key the coach understands English only. Ask again in English, if you can.",
  /** The line itself is the learner's. */
  line: [
    "The words should be yours; the move is what counts.",
    "Say it as you would to {name} across a table, and keep it to one point.",
    "One sentence is enough, and then let {object} answer.",
  ],
  why: {
    about: "Where it comes to {topic}, {name} has reasons that look sound from there.",
    openings: [
      "You will not argue them away; you can ask about them.",
      "People hold on hardest to what nobody has asked them about.",
    ],
  },
  state: {
    warmer: [
      "Better than a turn ago: {name} is a little less guarded. Stay with what did that.",
      "Your last message won some ground. Do not hurry past it.",
    ],
    colder: [
      "Your last message cost you something: {name} is more guarded than before. Take the edge off first.",
      "Harder than a turn ago. Own what was sharp in it before you go on.",
    ],
    same: [
      "No harm done, and no ground won yet: {name} stands where {name} stood.",
      "It is even. What you have said is fair, and not new to {object}.",
    ],
  },
  ending: [
    "You may end it whenever you like; an honest no is an ending too.",
    "Before you go, say back what you have, so that you both leave with the same thing.",
  ],
  other: [
    "Here is what is still open with {name}.",
    "Keep your eye on what you are after.",
    "Think of what {object} has not heard from you yet.",
  ],
  nothingLeft: "Most of it is said: sum up what you both have, and ask what is missing.",
} as const;
