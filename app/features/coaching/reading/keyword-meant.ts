import { type Match, findKeywords } from "./keywords.ts";

/**
 * Where each of these keywords first stands in a line and is meant: not refused ("I don't want an email"), not scorned ("nobody
 * gives a damn about the accounts") and no figure of speech ("I'd rather die than do another stocktake").
 */
export function meantPlaces(line: string, keywords: readonly string[]): Match[] {
  return keywords.flatMap(
    (keyword) => findKeywords(line, keyword).find((match) => isMeant(line, match)) ?? [],
  );
}

/** The line with every figure of speech blanked out, each character still in its place: it is about none of its words. */
export function withoutFigures(line: string): string {
  return line.replaceAll(/[^.!?…\n]+/gu, (sentence) =>
    figure.test(sentence) ? " ".repeat(sentence.length) : sentence,
  );
}

/** As much of a sentence before a word as can still turn it round, in characters; so that long texts are read at once. */
const leadCharacters = 120;
/** And after it. */
const tailCharacters = 60;

function isMeant(line: string, { index, length }: Match): boolean {
  const before = line.slice(Math.max(0, index - leadCharacters), index);
  const sentence = before.slice(lastEnd(before, /[.!?…\n]/gu));
  // "It's not a favour, it's a bigger job": a new clause is not under the "not" of the one before.
  const clause = sentence.slice(lastEnd(sentence, /[;:—–]|,|\b(?:but|because)\b/gu));
  if (refusal.test(clause) || scorn.test(clause) || nothingOf.test(clause)) return false;
  if (figure.test(sentence)) return false;
  const after = line.slice(index + length, index + length + tailCharacters).split(/[.!?…\n]/u)[0] ?? "";
  return !scornAfter.test(after);
}

function lastEnd(text: string, mark: RegExp): number {
  return [...text.matchAll(mark)].reduce((_, found) => found.index + found[0].length, 0);
}

const small =
  "(?: (?:a|an|any|anything|another|you|me|it|that|this|these|those|the|your|my|our|to|in|on|about|of|have|for|with|by|down|more|some|single|owen's|his|her)){0,5} ?$";

const refusal = new RegExp(
  String.raw`(?<!\b(?:why|only) )\b(?:(?:do not|don't|did not|didn't|will not|won't|would not|wouldn't|never|not|refuse to|no intention of|no interest in)(?: (?:really|even|ever|going to|want to|need to|wish to|to))*(?: (?:want|need|care|wish|ask|asking|mean|offer|offering|put|putting|send|write|sign|accept|accepting|take|taking|agree|talk|talking|do|doing|get|be))?|(?:cannot|can't|couldn't) (?:offer|put|send|sign|accept|agree|give))${small}`,
  "u",
);
const nothingOf =
  /\b(?:no|no more|no need for|no point in|(?<!(?:n't|not|never) )forget(?: about)?|never mind|instead of)(?: (?:a|an|any|the|your|my|that|it|about)){0,3} ?$/u;

const scorn = new RegExp(
  String.raw`\b(?:(?:giv(?:e|es|en|ing)|gave) (?:a|two) (?:single |flying )?(?:damns?|shits?|fucks?|toss|hoots?|monkey's|rat's (?:arse|ass))|(?:nobody|no one|who) (?:really |even |here |on earth )?(?:cares?|wants?|needs?)|(?:not|n't|never) (?:really |even )?(?:care|interested)|could(?:n't| not)? care less|why (?:should|would) (?:i|we|anyone|anybody) (?:care|bother|want)|what do i care|to hell with|screw|bugger|enough (?:of|about)|shut up (?:about|with)|stop (?:talking |going on )?(?:about|with)|spare me|bored (?:of|with|by)|so what (?:about|if))${small.replace(" ?$", "(?: [\\p{L}'-]+)? ?$")}`,
  "u",
);

const figure = /\b(?:rather|sooner) (?:die|be dead|starve|drop dead|eat|chew|shoot|kill|burn|jump)\b/u;

const scornAfter =
  /^[^,;:—–]{0,30}\b(?:my (?:arse|ass|foot)|can go to hell|go to hell|(?:is|are|was|were|'s) (?:all )?(?:a (?:joke|farce|waste)|rubbish|nonsense|bullshit|crap|worthless)|(?:bores?|means? nothing to) me|(?:do not|don't|does not|doesn't) (?:matter|interest me|mean anything)(?: to me)?)\b|^\??,? (?:my (?:arse|foot)|who cares|i (?:don't|couldn't) (?:care|give))\b/u;
