import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { foreignWords, functionWords, wordsIn } from "./learner-words.ts";

/** No English sentence: another script, another language, or keys pressed at random. */
export function isUnreadable(text: string, content: ScenarioContent): boolean {
  const words = wordsIn(text);
  if (words.length === 0) return true;
  if (isOtherScript(text)) return true;
  const english = words.filter((word) => functionWords.has(word)).length;
  const foreign = words.filter((word) => foreignWords.has(word)).length;
  if (foreign > english) return true;
  if (words.length >= 5) return english / words.length < 0.1;
  return (
    english === 0 &&
    !words.some((word) => /\d/.test(word) || knownWords(content).has(word) || isCommonShort(word))
  );
}

/**
 * Whether an unreadable line looks like a sentence of another language, rather than keys pressed at random: the scripted
 * voices know English only and say so, instead of calling the learner unclear.
 */
export function isOtherLanguage(text: string, content: ScenarioContent): boolean {
  if (!isUnreadable(text, content)) return false;
  if (isOtherScript(text)) return true;
  const words = wordsIn(text);
  return (
    words.some((word) => foreignWords.has(word)) ||
    (words.length >= 2 &&
      words.every((word) => /[\p{L}]/u.test(word) && hasVowel(word)) &&
      /[^\p{ASCII}]|[.!?,]/u.test(text))
  );
}

function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin / letters < 0.7;
}

function hasVowel(word: string): boolean {
  return /[aeiouy]/u.test(word.normalize("NFD"));
}

function isCommonShort(word: string): boolean {
  return /^(?:hi|hello|hey|sorry|thanks|thank|sure|fine|maybe|right|bye|goodbye|never|mind|forget|whatever|pathetic|useless|liar|idiot|shut|stop|wait|listen|good|bad|great|nothing|deal|agreed|done|accepted|perfect|lovely|cheers|haha|hm+|um+)$/.test(
    word,
  );
}

// Whatever word the scenario itself uses is a word; versions never change, so the set may be kept.
const vocabularies = new WeakMap<ScenarioContent, Set<string>>();

function knownWords(content: ScenarioContent): Set<string> {
  const known = vocabularies.get(content);
  if (known) return known;
  const vocabulary = new Set(
    wordsIn(JSON.stringify(content)).flatMap((word) => [word, ...word.split(/[.,']/)]),
  );
  vocabularies.set(content, vocabulary);
  return vocabulary;
}
