import type { Situation } from "#app/features/scenarios/own/situation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import theLoan from "./learners/the-loan.ts";
import type { Learners } from "./learners/learners.ts";

/** What a learner told of a conversation they dread. */
export const aSituation: Situation = {
  who: "my landlady",
  name: "Ruth",
  pronouns: "she",
  role: "her tenant for three years",
  category: "family",
  aim: "ask",
  happened:
    "The heating in my flat has been out since October. I wrote to her twice and she said that a fitter would come. Nobody came, and I am cold every evening.",
  goal: "A date for the repair, and less rent until then",
  topics: ["the heating", "the rent", "the fitter"],
  theirView: "She thinks old houses are cold and tenants complain",
  mightMove: ["That the pipes will burst if it freezes"],
  adults: true,
};

/** The same as the form posts it. */
export function situationFields(situation: Situation = aSituation): Record<string, string> {
  const { topics, mightMove, adults, ...rest } = situation;
  return { ...rest, topics: topics.join("\n"), mightMove: mightMove.join("\n"), adults: adults ? "yes" : "" };
}

/** Learners for a scenario that nobody has written any for: the skilled one does what would move this person. */
export function learnersOf({ persona }: Pick<ScenarioContent, "persona">): Learners {
  return {
    rude: [
      "You always do this, and it's ridiculous.",
      "You're selfish, that's what you are.",
      "Do it today or I'll get a lawyer.",
      "You're a liar and you know it.",
      "Shut up and listen for once.",
      "It's your fault. All of it.",
      "You never think of anybody but yourself.",
      "You're pathetic.",
      "Get out of my sight.",
      "I'll tell everyone what you are like.",
      "You're dead to me.",
      "Everyone says you are impossible.",
    ],
    passive: theLoan.passive.map((line) => line.replace(/skateboard|biscuits/u, "weather")),
    skilled: [
      "It's hard for me to bring this up. I waited too long and I should have told you in the autumn, that part is on me.",
      "What I need is to know by when it is done, because I can't sleep like this any more.",
      "How does it look from your side? What would it mean for you if we changed it?",
      "You sound as if it has been weighing on you too, and nobody has asked.",
      ...persona.moves
        .slice(0, 3)
        .map(({ what }) => `I have thought about this: ${what.toLowerCase()}. Can you see that?`),
      "Could we start with one part of it, for a month, and then look at it together?",
      "I can wait for most of it. What I can't do is go home today without a date for the first step.",
      "That would help me a lot. Which day would work for you?",
      "So to be sure we agree: one part for two weeks, and then we talk. Shall I write it down?",
      "Thank you. I'm glad we talked.",
    ],
  };
}
