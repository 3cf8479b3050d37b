import { aimCharacters, type Feelings } from "./before.ts";

export const beforeWords = {
  title: "Your own goal, and how you feel about it (optional)",
  goal: "What you want out of it",
  goalHint: (goal: string) => `Leave it empty to keep the scenario’s: “${goal}”`,
  redLine: "Your red line",
  redLineHint: "What you will not agree to, whatever happens. Your partner never learns of it.",
  confidence: "How confident are you that you can do this?",
  dread: "How much do you dread it?",
  least: "not at all",
  most: "completely",
  tooLong: `At most ${aimCharacters} characters, please. Nothing you wrote is lost: shorten it and start again.`,
};

/** What was set, in the brief and over the review. */
export const setWords = {
  goal: "Your own goal",
  redLine: "Your red line",
  before: "Before you began",
  after: "Afterwards",
};

/** "Confidence 4, dread 8, of 10"; null where neither was said. */
export function feelingsWords({ confidence, dread }: Feelings): string | null {
  const said = [
    ...(confidence === null ? [] : [`confidence ${confidence}`]),
    ...(dread === null ? [] : [`dread ${dread}`]),
  ].join(", ");
  return said === "" ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}, of 10`;
}
