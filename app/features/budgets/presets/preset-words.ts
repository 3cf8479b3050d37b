import { presetLimits } from "./preset.ts";

const least = presetLimits.leastTokens.toLocaleString("en");
const most = presetLimits.mostTokens.toLocaleString("en");

export const presetWords = {
  title: "Budget presets",
  about:
    "Whoever makes an invitation picks one of these. An invitation keeps the amount it was made with: changing a preset changes no invitation.",
  none: { title: "No preset yet", text: "Without one, only administrators can make invitations." },
  new: "A new preset",
  make: "Make it",
  name: "Name",
  tokens: "Tokens",
  turns: (turns: number) => `About ${turns} turns`,
  save: "Save",
  remove: "Delete",
  removes: "It cannot be picked any more. Invitations that were made with it keep their amount.",
  removeNow: (name: string) => `Delete “${name}” now`,
  up: "Up",
  down: "Down",
  of: (name: string) => ` ${name}`,
};

export const presetRefusals = {
  fields: `Nothing was changed. A preset has a name of 1 to ${presetLimits.nameCharacters} characters and a whole number of tokens from ${least} to ${most}; less would not carry the first turns.`,
  "name-taken": "Nothing was changed: there is another preset of that name.",
  conflict:
    "Nothing was changed: somebody else has changed or deleted this preset since you opened the page. It stands below as it is now.",
};

/** Your text beside theirs, where the two have crossed. */
export function yoursWords(name: string, tokens: string): string {
  return `You wanted: “${name}”, ${tokens} tokens.`;
}
