import type { DraftReason } from "./own-scenario.ts";
import {
  type Aim,
  moveLimits,
  type SituationFault,
  type SituationField,
  situationLimits,
  topicLimits,
} from "./situation.ts";

/** The page of one's own scenarios, and what leads there. */
export const ownWords = {
  title: "Your own scenarios",
  about:
    "Describe a conversation you dread, in a few questions. You get a draft of the other person to edit, and practise with them as with any other. Only you can see it; it is in no list and no search.",
  link: "Describe a situation of your own",
  linkAbout: "None of these is yours? Tell in a few questions who it is and what it is about.",
  list: "What you have described",
  described: "Described",
  draft: "A draft, described",
  none: {
    title: "Nothing described yet",
    text: "What you describe stands here, with the way to practise it.",
  },
  practise: "Practise it",
  edit: "Edit",
  goOn: "Go on with the draft",
  erase: "Delete",
  of: (title: string) => ` “${title}”`,
  describe: "Describe a situation",
  card: "Yours alone",
};

type Question = { label: string; hint: string };

/** The questions, in their order. */
export const questionWords: Record<
  Exclude<SituationField, "pronouns" | "category" | "aim" | "adults">,
  Question
> = {
  who: { label: "Who is it?", hint: "As you would say it: “my landlady”, “my team lead”." },
  name: { label: "What should they be called?", hint: "One first name, best an invented one." },
  role: { label: "And who are you in it?", hint: "“Her tenant for three years”, “the eldest of four”." },
  happened: {
    label: "What has happened, and what is hard about it?",
    hint: `A few sentences, up to ${situationLimits.happened.most} characters. Leave out family names, addresses and numbers.`,
  },
  goal: { label: "What would a good ending be?", hint: "“A date for the repair, in writing”." },
  topics: {
    label: "What will come up?",
    hint: `One thing on each line, ${topicLimits.most} at most, a few words each: “the rent”, “last Christmas”.`,
  },
  theirView: { label: "How do they see it?", hint: "Optional. Your best guess at their side." },
  mightMove: {
    label: "What might move them?",
    hint: `Optional. One thing on each line, ${moveLimits.most} at most.`,
  },
};

export const choiceWords = {
  pronouns: "Which pronoun?",
  she: "she",
  he: "he",
  they: "they",
  category: "Where in life is it?",
  aim: "What do you want to do?",
  adults: "Everybody I will speak with here is 18 or older",
  adultsAbout: "Children and teenagers can be spoken about, but not be played.",
};

export const aimWords: Record<Aim, string> = {
  ask: "Ask for something",
  decline: "Say no, or set a limit",
  feedback: "Give hard feedback",
  conflict: "Settle a conflict",
  negotiate: "Negotiate pay or a price",
  support: "Be there for somebody",
};

export const submitWords = {
  draft: "Draft the other person",
  wait: "This takes about a quarter of a minute.",
  cost: "The draft is written by an AI and takes about as much of your practice budget as two turns.",
  again: "Try the draft again",
  rules: "Take a plain draft instead",
  rulesAbout: "A plain draft is made from your answers without an AI and costs nothing.",
};

/** Over the form when it comes back. */
export const refusedWords = {
  faults:
    "Nothing was drafted yet. What has to change is said at the question; all your answers are still there.",
  "too-many":
    "You have described as many scenarios as can be kept. Delete one first; your answers are still here.",
  busy: "Your first answers are just being drafted. Wait a moment and look again; these answers are still here.",
  kept: "There is a draft already, and it was not taken away. Your answers are still here; describe a new situation with them if you like.",
  help: "Nothing was drafted, and nothing was sent to an AI: a program must not play a person with words like these. Your answers are all still here. Whom you can talk to stands below; and if you would like to practise the conversation without those words, leave them out and send the rest.",
  stopping:
    "This site is just being renewed, so nothing was drafted. Your answers are still here: send them again in a moment.",
  away: "The site’s database cannot be reached just now, so nothing was kept. What you wrote is still here: send it again in a moment.",
  helpInstead:
    "Nothing was kept, and nothing was sent to an AI: a program must not play a person with words like these. All you wrote is still here. Whom you can talk to stands below; and if you would like to practise the conversation without those words, leave them out and keep the rest.",
  saved: "Nothing was kept yet. What has to change is said at the field; all you wrote is still there.",
};

export function situationFaultWords({ field, reason }: SituationFault): string {
  switch (reason) {
    case "missing":
      return "This is needed for a draft.";
    case "too-short":
      return field === "happened" ? "A sentence or two more, please." : "A few more words, please.";
    case "too-long":
      return tooLong(field);
    case "too-many":
      return `At most ${field === "topics" ? topicLimits.most : moveLimits.most} lines, please.`;
    case "full-name":
      return "One first name, please, without a family name: nobody real should be found by it.";
    case "adults-only":
      return "Here you can only practise with adults. Tick this if it is so.";
  }
}

function tooLong(field: SituationField): string {
  const limits = {
    ...situationLimits,
    topics: { most: topicLimits.characters },
    mightMove: { most: moveLimits.characters },
  };
  const most = field in limits ? limits[field as keyof typeof limits].most : 0;
  const where = field === "topics" || field === "mightMove" ? " on a line" : "";
  return `At most ${most} characters${where}, please. Nothing you wrote is lost.`;
}

/** The page of one draft. */
export const draftWords = {
  title: "The other person, as drafted",
  about: "Change what does not sound like them, and keep it. Everything here is seen by you alone.",
  edit: "Edit your scenario",
  editAbout: "Conversations you have begun keep what it said then.",
  keep: "Keep it",
  keepAndPractise: "Keep it, and on to practising",
  waitingTitle: "The draft is being written",
  waiting: "It comes in about a quarter of a minute. This page looks again by itself.",
  look: "Look again",
  failedTitle: "The draft did not come",
  failed: "That cost nothing. Your answers are below: try again, change them, or take a plain draft.",
  stopped: "The draft was stopped. Your answers are below.",
  declinedTitle: "The AI did not want to draft this",
  declined:
    "It took something in your answers for a matter it may not play: somebody under 18, something sexual, who a real person is, or somebody being forced. Perhaps it was mistaken. Say it in other words and try again.",
  back: "All your own scenarios",
};

/** The form of a draft, in the order of its parts. */
export const editWords = {
  who: "Who they are",
  stake: "What it is about",
  topics: "What comes up, and what moves them",
  oneMore: "Add one more",
  more: "More about them",
  moreAbout:
    "All of this was drafted too and works as it is. Open it only where you would have it otherwise.",
  practice: "How it is practised",
  mind: "What they know, keep to themselves and would give",
  words: "Words that go there",
  wordsAbout:
    "What a line of yours about each of these would hold, with commas between. Emptied, they are taken from the text.",
  wordsFor: (what: string) => `For “${what}”`,
};

/** Why the draft is a plain one. */
export const plainDraftWords: Record<Exclude<DraftReason, "declined">, string> = {
  "no-budget":
    "Your practice budget does not carry a draft by the AI, so this is a plain one, made from your answers. It cost nothing.",
  "site-limit":
    "This site has spent what it may spend today, so this is a plain draft, made from your answers. It cost nothing.",
  resting:
    "The AI cannot be reached just now, so this is a plain draft, made from your answers. It cost nothing.",
  "failed-often":
    "Several drafts by the AI have failed today, so this is a plain one, made from your answers. It cost nothing, and neither did those. Tomorrow the AI can be asked again, for another scenario.",
  asked: "This is a plain draft, made from your answers. It cost nothing.",
};

export const byModelWords = "Drafted by an AI from your answers; it can be wrong about them.";

export const ownErasureWords = {
  title: "Delete this scenario?",
  about: (title: string) =>
    `“${title}”: your answers, the draft, and what you made of it. It cannot be brought back. Conversations you have held with it stay yours to read, until you delete them.`,
  cost: "What the draft has cost stays used.",
  confirm: "Delete it",
  back: "Keep it",
};
