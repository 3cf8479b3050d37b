import type { Category, Difficulty } from "./scenario.ts";

/** Headings over groups of scenarios, in the order the groups are shown. */
export const categoryWords: Record<Category, { title: string; about: string }> = {
  work: { title: "At work", about: "Money, feedback, and limits with people you see every day." },
  family: {
    title: "In the family",
    about: "Saying what you need to people who knew you before you could talk.",
  },
  care: {
    title: "Taking care",
    about: "Being there for someone, and finding words when it is hard for you both.",
  },
};

export const noScenariosWords = {
  title: "There is nothing to practise here yet",
  text: "Scenarios appear as soon as somebody has published one.",
};

/** Over the scenario an invitation was made for. */
export const invitedWords = { title: "What you were invited to practise", start: "Start it now" };

export function minutesWords(minutes: number): string {
  return `${minutes} min`;
}

/** Over and in the list of a framework's moves. */
export const moveWords = {
  title: "What you can try",
  works: "Works",
  fails: "Tends not to",
  line: (said: string) => `“${said}”`,
};

/** The form that starts a conversation. */
export const startWords = {
  title: "Before you start",
  opener: (partnerName: string) => `${partnerName} speaks first:`,
  coach: "The coach beside you",
  start: "Start the conversation",
  pause: "You can leave at any time and go on later.",
  refused: {
    "too-fast":
      "That is a great many conversations within an hour, so this one was not started. Go on with one of yours, or try again in a while. What you chose here is kept.",
    away: "The service cannot reach its database at the moment, so it is not known whether this was started. What you chose here is kept: try again in a few seconds.",
    unspoken:
      "You have many conversations in which nothing was said yet, so this one was not started. Go on with one of those, or delete some. What you chose here is kept.",
  },
  invitation: "To start you need an invitation for now. The next page says how to get in.",
};

export const howHardWords = "How hard should it be?";

/** What people call someone in the conversation: the first name, unless the name begins with a title ("Dr Hall"). */
export function calledName(name: string): string {
  const [first = name] = name.split(" ");
  return /^(mr|mrs|ms|mx|dr|prof|professor|aunt|uncle|sister|father|captain)\.?$/i.test(first) ? name : first;
}

/** What changes for the learner; the numbers behind it stand in each scenario. */
export function difficultyWords(partnerName: string): Record<Difficulty, { title: string; changes: string }> {
  return {
    easy: {
      title: "Easy",
      changes: `${partnerName} starts more open, gives ground sooner and forgives a clumsy line. Good for a first try.`,
    },
    real: {
      title: "Real",
      changes: `As it tends to go: ${partnerName} has reasons, holds to them, and moves when you give a good one.`,
    },
    hard: {
      title: "Hard",
      changes: `${partnerName} starts firm, runs out of patience sooner, and says the important thing only to someone who has earned it.`,
    },
  };
}
