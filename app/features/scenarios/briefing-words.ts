/** What a learner reads before they start, and again in the room whenever they want. */
export type Briefing = {
  partner: { name: string; relationship: string };
  learner: { role: string; goal: string };
  minutes: number;
  expectedTurns: number;
};

/** What the scenario calls its goal. */
export const goalWord = "A good ending";

/** Who, as whom, what for, how long. `goalTerm`: what the goal is called where it is not the scenario's. */
export function briefingFacts(briefing: Briefing, goalTerm = goalWord) {
  const { partner, learner, minutes, expectedTurns } = briefing;
  return [
    { term: "You talk with", text: `${partner.name}, ${partner.relationship}` },
    { term: "You are", text: learner.role },
    { term: goalTerm, text: learner.goal },
    { term: "It takes", text: `about ${minutes} minutes, about ${expectedTurns} turns` },
  ];
}

/** What does not change from scenario to scenario. */
export const briefingWords = {
  title: "Your brief",
  coach: {
    term: "The coach",
    on: "Reads along and pencils one note a turn in the margin, from your second message on: what your words did, and one thing to try. Your partner never sees it.",
    /** Before a mode is chosen, beside the choice. */
    open: "Helps in the way you choose: with a note after each turn, with a look at what you are about to say, or only when you ask. Your partner never sees it.",
    off: "Is off in this conversation. It is just the two of you.",
  },
  privacy: {
    term: "Private to you",
    text: "Whoever invited you sees how much you practised, never what was said. It is kept on this site’s server, and your words go to the AI that answers you.",
  },
  nature: {
    term: "What it is",
    text: "AI practice, not therapy. Partner and coach are programs, and both can be wrong.",
  },
  difficulty: "Difficulty",
  happened: "What has happened",
};
