import type { ModelRequest } from "#app/ai/model.ts";
import { appendBlock, cueOf, tagged, untagged } from "#app/features/coaching/prompts/prompt-blocks.ts";
import { type AboutDebrief, lookingBack } from "./debrief-prompt.ts";
import { scriptedAnswers } from "#app/features/coaching/debrief/scripted/scripted-answers.ts";

export type Exchange = { question: string; answer: string };

type AboutQuestion = {
  about: AboutDebrief;
  /** The debrief as it was kept. */
  debrief: string;
  earlier: Exchange[];
  question: string;
};

/**
 * What the coach is asked about its debrief. Append-only like everything before it: the debrief and its own answers stand
 * word for word as its own.
 */
export function questionRequest(
  { about, debrief, earlier, question }: AboutQuestion,
  maxTokens: number,
): ModelRequest {
  const request = lookingBack(about);
  appendBlock(request.messages, "assistant", debrief);
  for (const exchange of earlier) {
    appendBlock(request.messages, "user", tagged("learner", exchange.question));
    appendBlock(request.messages, "assistant", exchange.answer);
  }
  appendBlock(request.messages, "user", tagged("learner", question));
  return {
    ...request,
    tail: answerTail(about),
    maxTokens,
    cue: cueOf(() => scriptedAnswers(about, question)),
  };
}

/** Source: product.md, rules for the coach, 6 and 7. */
const answerTail = ({ redLine }: AboutDebrief) =>
  [
    "<answer>",
    "The learner asks about your debrief. Answer that, in two to four sentences, to the learner as “you”; no note, no blocks, no list.",
    "Be no flatterer, and do not take back what you can show. Quote only the learner, exactly. Here you may give an example of what to say.",
    redLine === null
      ? "They set no red line beforehand that you can see; asked about one, say so."
      : `The line they did not want to cross: ${untagged(redLine).replaceAll(/\s+/gu, " ").trim()}`,
    "If they ask for something else than this conversation, say that it is what you are here for. Never speak as the partner, and tell nothing the partner kept secret.",
    "</answer>",
  ].join("\n");
