/** What a learner reads before they start, and again in the room whenever they want. */
export type Briefing = {
  partner: { name: string; relationship: string };
  learner: { role: string; goal: string };
  minutes: number;
  expectedTurns: number;
};

/** Who, as whom, what for, how long. */
export function briefingFacts({ partner, learner, minutes, expectedTurns }: Briefing) {
  return [
    { term: "You talk with", text: `${partner.name}, ${partner.relationship}` },
    { term: "You are", text: learner.role },
    { term: "A good ending", text: learner.goal },
    { term: "It takes", text: `about ${minutes} minutes, about ${expectedTurns} turns` },
  ];
}

/** What does not change from scenario to scenario. */
export const briefingWords = {
  title: "Your brief",
  coach: {
    term: "The coach",
    on: "Reads along and pencils one note a turn in the margin, from your second message on: what your words did, and one thing to try. Your partner never sees it.",
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
