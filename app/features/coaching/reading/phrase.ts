/** Longest quotation of a learner, in words: enough to find the place, too little to be a transcript. */
const maxPhraseWords = 12;
/** And in characters: a learner may lean on a key. */
const maxPhraseCharacters = 90;
/** A clause by itself says something from here on. */
const minPartWords = 5;
/** A cut leaves at least this many. */
const minCutWords = 5;

/**
 * The part of a line around `index` that reads as a quotation: verbatim, at most 12 words, cut at word ends, from the
 * start of its clause, without the closing punctuation and without quotation marks inside.
 */
export function phraseAround(text: string, index: number): string {
  const clauses = splitAt(
    text,
    /(?<![.!?…])[.!?…]+(?=\s|$|["“”()])|["“”()\n\p{Extended_Pictographic}\u{FE0F}\u{200D}]+/gu,
  );
  const sentence = clauses.find((clause) => index < clause.end) ?? clauses.at(-1);
  if (!sentence) return "";
  const whole = text.slice(sentence.start, sentence.end);
  if (countWords(whole) <= maxPhraseWords && whole.length <= maxPhraseCharacters) return trimEnds(whole);
  const within = index - sentence.start;
  const parts = splitAt(
    whole,
    /[,;:](?=\s)|\s[—–-]\s|—|\s(?:and|but|so|because)\s(?=(?:i|you|we|he|she|they|it|my|i['’]\p{L}+)\s)|\s(?=i['’](?:ll|m)\s)/giu,
  );
  const part = parts.find(({ end }) => within < end) ?? parts[0];
  // A quotation that begins where the sentence begins reads best, as long as a clause ends after the place.
  const fromStart = clauseAfter(whole, within);
  if (fromStart !== null) return trimEnds(fromStart);
  const clause = part ? whole.slice(part.start, part.end) : "";
  if (
    countWords(clause) >= minPartWords &&
    countWords(clause) <= maxPhraseWords &&
    clause.length <= maxPhraseCharacters
  )
    return trimEnds(clause);
  const from = countWords(whole.slice(0, within)) < maxPhraseWords - 1 ? 0 : (part?.start ?? 0);
  return trimEnds(
    clauseAfter(whole.slice(from), within - from) ?? cutToWords(whole.slice(from), within - from),
  );
}

function splitAt(text: string, mark: RegExp): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const found of text.matchAll(mark)) {
    if (text.slice(start, found.index).trim() !== "") parts.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  if (text.slice(start).trim() !== "") parts.push({ start, end: text.length });
  return parts;
}

type Cut = (at: number) => boolean;

/** From the start to the last end of a clause after the place, within twelve words; null when none ends there. */
function clauseAfter(text: string, place: number): string | null {
  const { words, comma, clause, cutBefore } = wordsOf(text);
  return upTo(text, words, [cutBefore(comma, place), cutBefore(clause, place)]);
}

/** Where no clause ends after the place, one before it still reads better than half a clause; else the last word that can. */
function cutToWords(text: string, place: number): string {
  const { words, plain, comma, clause, aside, cutBefore } = wordsOf(text);
  const found = upTo(text, words, [cutBefore((at) => comma(at) || clause(at), -1), cutBefore(aside, place)]);
  if (found !== null) return found;
  let end = Math.min(words.length, maxPhraseWords);
  while (end > minCutWords && leans(plain, end)) end -= 1;
  return upTo(text, words, [end]) ?? "";
}

function wordsOf(text: string) {
  const words = [...startOf(text).matchAll(/\S+/gu)].slice(0, maxPhraseWords + 1);
  const plain = words.map(([word]) => word.toLowerCase().replaceAll(/^\W+|[^\w']+$/gu, ""));
  const comma: Cut = (at) => /[,;:]$/.test(words[at - 1]?.[0] ?? "");
  // "a bigger and better job" is one thing, so "and" ends no clause there.
  const clause: Cut = (at) =>
    clauseOpeners.test(plain[at] ?? "") &&
    !(
      /^(?:and|or)$/.test(plain[at] ?? "") &&
      /^(?:a|an|the|very|more|so|too|is|are|was)$/.test(plain[at - 2] ?? "")
    );
  const aside: Cut = (at) => prepositions.test(plain[at] ?? "");
  const cutBefore = (opens: Cut, from: number) =>
    words.findLastIndex(
      (word, at) =>
        at >= minCutWords && at <= maxPhraseWords && word.index > from && opens(at) && !leans(plain, at),
    );
  return { words, plain, comma, clause, aside, cutBefore };
}

function upTo(text: string, words: RegExpExecArray[], ends: number[]): string | null {
  const end = ends.find((at) => at > 0);
  const last = end === undefined ? undefined : words[end - 1];
  return last ? text.slice(0, last.index + last[0].length) : null;
}

/** Whether the words before `end` stop on one that leans on the next; "the worst of it" and "for you" may end a phrase. */
function leans(words: string[], end: number): boolean {
  const [before = "", last = ""] = words.slice(Math.max(0, end - 2), end);
  if (
    /^(?:it|you|me)$/.test(last) &&
    /^(?:of|for|to|with|from|about|told|tell|gave|give|need|want|see|hear)$/.test(before)
  )
    return false;
  return leaning.test(last);
}

/** Never half a character: PostgreSQL refuses a lone surrogate. */
function startOf(text: string): string {
  return text.slice(0, maxPhraseCharacters).replace(/[\uD800-\uDBFF]$/, "");
}

const clauseOpeners =
  /^(?:and|but|or|so|that|which|who|because|since|when|if|where|while|until|whether|although|though|what|how|why|then|than)$/;
const prepositions = /^(?:for|with|in|on|at|from|by|about|into|after|before|without|during|between)$/;

const leaning =
  /^(?:a|an|the|my|your|our|his|her|their|its|to|of|in|on|at|by|for|from|with|about|as|into|and|or|but|so|if|that|than|then|which|who|what|how|i|i'm|you|we|he|she|they|it|is|are|was|were|be|been|am|not|no|this|these|because|since|when|would|could|should|will|can|just|very|really|before|after|it's|there's|i'd|i'll|i've|whether|want|wanted|have|has|had|get|got|take|make|any|every|all|more|most|each|one|another|while|even|[\p{L}]+n['’]t|[\p{L}]+['’]s)$/iu;

function trimEnds(text: string): string {
  const open = text.replace(/^\s*(?:and|but|or|because)\s/iu, "");
  return open.replaceAll(/^[\s,;:.'‘’*–—-]+|[\s,;:.!?…'‘*–—-]+$/gu, "");
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
