import type { Aim } from "#app/features/scenarios/own/situation.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";

type Plain = Pick<
  WrittenScenario,
  | "opener"
  | "interests"
  | "moves"
  | "never"
  | "triggers"
  | "knows"
  | "doesNotKnow"
  | "secrets"
  | "speech"
  | "concessions"
> & {
  /** Where they stand on a topic the learner named, one after the other. */
  positions: ((topic: string) => string)[];
  /** What comes up in any such talk. */
  otherTopics: WrittenScenario["positions"];
};

/** Somebody with whom most hard conversations could be had: what a draft says where the learner did not. */
export function plainPersona({ called, aim }: { called: string; aim: Aim }): Plain {
  return {
    opener: openers[aim],
    interests: [
      "To be asked before something is decided, and not to be handed a result",
      "To keep what works for you as it is, because a change means work and trouble for you",
      "To come out of this without having been the bad one",
    ],
    positions: [
      (topic) => `About ${topic}, I think it is fine as it is, and I don't see why it should change now.`,
      (topic) => `With ${topic} I have done what I could, and nobody has thanked me for it.`,
      (topic) => `I'd rather not get into ${topic} today, there is more to it than you think.`,
      (topic) => `If we start with ${topic}, where does it end?`,
      (topic) => `I see ${topic} differently, and I have my reasons.`,
    ],
    otherTopics: [
      topicRow(
        "why now",
        "I don't understand why this has to be today, after all that time.",
        "why now, why today, right now, all this time, so long, put it off, putting it off",
      ),
      topicRow(
        "what others do",
        "Other people manage without making a big thing of it.",
        "other people, others, everybody else, everyone else, normal, nobody else",
      ),
      topicRow(
        "what happens next",
        "Let's wait and see, these things often settle by themselves.",
        "what next, happens next, from now on, next step, next week, the plan",
      ),
    ],
    moves: [
      {
        id: "plain-need",
        what: "Hearing plainly what the other person needs, and why, without a reproach in it",
        words: "what i need, i need, because, the reason is, it matters to me, that is why, that's why",
      },
      {
        id: "asked-their-side",
        what: `Being asked how it looks from ${called}'s side, by somebody who waits for the answer`,
        words:
          "your side, how do you see, how does it look, what would it mean for you, what worries you, what matters to you, what would you need, where you stand, for you",
      },
      {
        id: "small-step",
        what: "A first step that is small and has a day to it, instead of everything at once",
        words:
          "first step, start with, try it, for a month, for two weeks, one part, until the end of, by friday, by monday, once a week, and then look",
      },
      {
        id: "own-share",
        what: "The other person owning their own share of how it came to this",
        words:
          "my part, my share, i should have, i could have, i waited too long, i never told you, i never said, i didn't tell you, on me",
      },
    ],
    never: [
      "Being told what a good person would do",
      "Kind phrases with nothing behind them",
      "Hearing the same demand again, louder",
    ],
    triggers: [
      {
        what: "Being called names, or told what you always and never do",
        words:
          "selfish, unfair, ridiculous, lazy, childish, you always, you never, typical, impossible, unreasonable, pathetic",
      },
      {
        what: "A threat, or being told what everybody else thinks of you",
        words:
          "or else, lawyer, complain, report you, tell everyone, everybody thinks, everyone says, you'll regret",
      },
    ],
    knows: [
      "What happened, from your own side of it",
      "That the other person has been different lately and has something to say",
    ],
    doesNotKnow: [
      "What the other person needs most from this talk",
      "For how long they have been putting it off, and what it has cost them",
    ],
    secrets: [
      {
        id: "it-weighs-on-them",
        fact: "I've lain awake over this too, if you want to know. I just didn't know how to start.",
        condition: "Only when you are asked how it is for you as if the answer mattered.",
        words:
          "how is it for you, how are you, how do you feel, what worries you, worried, on your mind, what's behind, hard for you, afraid of, honestly",
      },
    ],
    speech: [
      "Plain and short, with a pause before anything that matters.",
      "Goes round a hard point once before coming to it.",
      "Gets quieter, not louder, when hurt.",
    ],
    concessions: [
      { id: "hears-it-out", what: "All right, I'll hear you out, and I won't wave it away this time." },
      { id: "sees-the-point", what: "I can see that it can't simply stay the way it is now." },
      { id: "tries-a-part", what: "I'd try a part of it for two weeks, and then we look at it together." },
      {
        id: "agrees",
        what: "Fine, we do it the way you've put it, and in a month we see how it went for us both.",
      },
    ],
  };
}

function topicRow(topic: string, position: string, words: string): WrittenScenario["positions"][number] {
  return { was: "", topic, position, words };
}

const openers: Record<Aim, string> = {
  ask: "You said you wanted to talk to me about something. I've got a few minutes, so what is it?",
  decline: "There you are. I take it we can count on you, as always?",
  feedback: "You wanted a word with me. Have I done something?",
  conflict: "So. You look as if this can't wait any longer.",
  negotiate: "You asked for this talk. I'll tell you right away that there isn't much room.",
  support: "Oh, it's you. I'm fine, really, you didn't have to come.",
};
