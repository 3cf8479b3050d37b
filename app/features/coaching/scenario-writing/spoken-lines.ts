import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { plainMovedEach } from "./plain-moved.ts";
import { spokenTopic } from "./topics.ts";

type Lines = ScenarioContent["lines"];
type Spoken = Pick<ScenarioContent, "persona" | "concessions">;

/**
 * Lines for a scripted partner of a scenario nobody has written lines for: what its author wrote in the person's own
 * words (positions, steps, what they keep to themselves), and between them plain speech that gives nothing away. A real
 * model never sees them. `taken` are lines another move has already.
 */
export function spokenLines({ persona, concessions }: Spoken, taken: readonly string[] = []): Lines {
  const [firstStep] = concessions;
  const movedBy = plainMovedEach(persona.moves, taken);
  return {
    resist: [
      ...persona.positions.flatMap(({ topic, position }) => onTopic(topic, position)),
      ...general.map((text) => ({ topic: "any", text })),
      ...beforeAnyStep.map((text) => ({ topic: "any", text, ...(firstStep && { unless: [firstStep.id] }) })),
    ],
    probe,
    moved: persona.moves.map(({ id }, at) => ({ move: id, text: movedBy[at] ?? "" })),
    concede: concessions.map(({ id, what }) => ({ concession: id, text: what })),
    disclose: persona.secrets.map(({ id, fact }) => ({ secret: id, text: fact })),
    provoked,
    repaired,
    unimpressed,
    puzzled,
    relieved,
    ending,
  };
}

function onTopic(topic: string, position: string): Lines["resist"] {
  const named = spokenTopic(topic);
  return [
    { topic, text: position },
    { topic, text: `You know where I stand on ${named}.` },
    { topic, text: `We can talk about ${named} all evening, my answer stays what it is.` },
  ];
}

const general = [
  "I understand that this matters to you. It looks different from where I am.",
  "That may be so. I'd still rather keep things as they are.",
  "You've thought about this a long time, and I'm hearing it for the first time.",
  "I can't just say yes because we happen to be talking.",
];

const beforeAnyStep = [
  "I don't see what would have to change.",
  "It has worked well enough so far, hasn't it?",
  "I'm not going to promise you anything today.",
  "You're asking for more than you think.",
];

const probe = [
  "What is it you want from me, in one sentence?",
  "Why are we having this talk today?",
  "And what would be different afterwards?",
  "Is that all of it, or is there more?",
  "What are you asking me to do?",
  "Can you give me one example?",
  "Who else knows about this?",
];

const provoked = [
  "Don't talk to me like that.",
  "If this is how you want to do it, we can stop right here.",
  "That was uncalled for.",
  "I came here to listen, not to be told off.",
  "Take that back, or this is a short talk.",
  "You can be angry. You can't throw it at me.",
  "And there I was, thinking we could talk like grown people.",
];

const repaired = ["Apology taken. Where were we?", "Good. Then once more, from the beginning."];

const unimpressed = [
  "You've said that twice now.",
  "Those are nice words. What follows from them?",
  "I'd rather hear what you want than how well you listen.",
  "That sounds like something you've read.",
];

const puzzled = [
  "Pardon? I don't know what you mean by that.",
  "What has that got to do with us?",
  "Are you feeling all right? That made no sense to me.",
  "Let's stay with what we came here for.",
];

const relieved = [
  "Oh. Well, then there's nothing more to do, I suppose.",
  "I'm glad you see it that way. Shall we talk about something else?",
  "That's kind of you. Then we leave it as it was.",
  "See, it wasn't so urgent after all.",
];

const ending: Lines["ending"] = {
  agreement: [
    "Good. Then that's what we do, and I'll keep to it.",
    "Agreed. I'm glad you brought it up, in the end.",
  ],
  "next-step": [
    "I'll think it over until the weekend, and then I'll come to you.",
    "Let me sleep on it. We'll talk again on Sunday.",
  ],
  impasse: [
    "We won't get any further with this today.",
    "I've heard you, and my answer is the same. Let's stop.",
  ],
  "someone-leaves": ["I'm going to go now.", "No, that's enough for me. I'm leaving."],
};
