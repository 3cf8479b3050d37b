import type { Turn } from "#app/features/conversations/conversation.ts";
import { dropFalseQuotes, withoutQuotations } from "./note-quotes.ts";

/** Nothing that a coach says keeps more, so that no more need be looked at. */
const mostSentences = 12;

/** The first of these sentences without those that tell a number of the partner's hidden state. */
export function withoutState(sentences: string[], path: Turn[]): string[] {
  return sentences.slice(0, mostSentences).filter((sentence) => !tellsState(dropFalseQuotes(sentence, path)));
}

/**
 * Do these words tell a number of the partner's hidden state? A learner who reads it off plays for points, and a number
 * that a model makes up is not even true. What the learner has said may be quoted.
 */
export function tellsState(words: string): boolean {
  const own = withoutQuotations(words);
  return numberAfter.test(own) || numberBefore.test(own);
}

const name = "(?:resistance|trust|patience)";
const outOfTen = "(?:\\s*/\\s*10|\\s+out\\s+of\\s+(?:10|ten))";
const word = "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)";
/** One of 0 to 10 that is no part of a larger number, of a time or of an amount. */
const digits =
  "(?<![\\d,.])(?:10|\\d)(?![\\d%]|[,.]\\d|\\s*(?:%|[ap]\\.?m\\b|o.clock|(?:more\\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|turns?|sentences?)\\b))";
/** In words only where it is said to be one of ten. */
const number = `(?:${digits}|\\b${word}${outOfTen})`;
const leadsToIt =
  "(?:\\s+(?:level|score|value|is|was|are|stands|sits|stays|remains|fell|falls|dropped|drops|rose|rises|went|goes|now|only|still|just|about|up|down|at|to|of|by|from))*";

const numberAfter = new RegExp(`\\b${name}\\b${leadsToIt}\\s*[:=≈~(]?\\s*[-+−–]?${number}`, "iu");
const numberBefore = new RegExp(
  `(?<!\\b(?:turn|step|line|note)\\s+)${number}${outOfTen}?(?:\\s+points?)?(?:\\s+(?:of|in|on|for|more|less))*\\s+${name}\\b`,
  "iu",
);
