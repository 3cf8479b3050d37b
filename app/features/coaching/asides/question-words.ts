/** What the scripted coach answers with, before the move it names. Placeholders as in `coach-words.ts`. */
export const questionWords = {
  otherLanguage: "Without an API key the coach understands English only. Ask again in English, if you can.",
  /** Asked for the sentence: the coach names the move, and the hints end with a whole example. */
  exact: [
    "The sentence should be yours; press for a hint, and the last of the bigger ones is a whole example.",
    "What helps here is the move and not the words; the last hint is a full sentence.",
    "A ready sentence is the last of the hints; this is the move.",
  ],
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
  /** Nothing the rules can read: said as it is, and then what is still open. */
  beyond: [
    "Without a language model that cannot be answered here; a turn by its number, a move by its name, or how it goes can.",
    "That is beyond fixed rules: what there is, is the note beside each turn, the hints, and what is still open with {name}.",
    "Fixed rules have nothing on that; ask about a turn, a move, or what to say next.",
  ],
  nothingLeft: "Most of it is said: sum up what you both have, and ask what is missing.",
} as const;
