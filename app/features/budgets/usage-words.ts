/** Everything `/admin/usage` says. */
export const usageWords = {
  title: "Usage",
  unit: "In weighted tokens: input and output count once, cache writes 1.25 times, cache reads a tenth. Days are UTC.",
  spent: "Spent",
  period: "Period",
  today: "Today",
  days: (days: number) => `Last ${days} days`,
  used: "From budgets",
  overage: "Overage",
  calls: "Calls",
  overageAbout:
    "Overage is what calls cost beyond what was held back for them, and what nobody could read: the site pays it.",
  byPerson: "By person",
  person: "Person",
  erased: "Somebody who is gone",
  nameless: { GUEST: "A guest", other: "No name" },
  byModel: "By model",
  model: "Model",
  modelGone: "Of conversations that are deleted",
  helpCards: (times: number, days: number) =>
    `Help card shown in the last ${days} days: ${times === 1 ? "once" : `${times} times`}. Whose and why is not kept apart from the conversation, and a deleted conversation is not counted.`,
  readings: ({ both, differing }: { both: number; differing: number }, days: number) =>
    `In the last ${days} days the coach read ${both} learner ${both === 1 ? "message" : "messages"} beside the rules that move the partner, and ${differing} of them otherwise. Where they differ the coach corrects the partner a little, one turn later; a deleted conversation is not counted.`,
  nothing: "Nothing yet.",
  books: "The books",
  leaks: "Held back without anybody answering",
  drift: "Counters the log does not bear out",
  inOrder:
    "In order: everything held back belongs to a reply on its way, and every counter is what the log adds up to.",
  leak: (reserved: string, since: string) => `${reserved} since ${since}`,
  drifted: (counter: string, stands: string, should: string) => `${counter}: ${stands}, should be ${should}`,
  ceiling: "Daily ceiling",
  ceilingAbout:
    "What everybody together may spend a day. When it is reached new turns are refused until midnight UTC; replies on their way end as usual. Administrators are not held by it. Switched on during a day it starts from what today has cost so far.",
  ceilingOn: (used: string, reserved: string, tokens: string) =>
    `On: ${used} of ${tokens} spent today, ${reserved} held for replies on their way.`,
  ceilingOff: "Off: nothing is counted or refused.",
  switch: "Hold everybody to it",
  amount: "Weighted tokens a day",
  save: "Save",
  saved: "Saved.",
  notAnAmount: "Write a whole number of tokens, from 0 to 1,000,000,000. Nothing was changed.",
};

/** "1,234,567" */
export function tokensWords(tokens: number): string {
  return tokens.toLocaleString("en");
}
