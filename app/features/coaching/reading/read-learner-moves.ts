import type { LearnerAct, LearnerMoves, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { graveIn } from "#app/features/coaching/grave/grave-words.ts";
import { readActs } from "./read-acts.ts";
import { hurtLately } from "./how-it-lands.ts";
import { meantPlaces, withoutFigures } from "./keyword-meant.ts";
import { countKeywords, findAnyKeyword, findKeyword, type Match } from "./keywords.ts";
import { contentWords, functionWords, wordsIn } from "./learner-words.ts";
import { phraseAround } from "./phrase.ts";
import { sentencesOf } from "./sentences.ts";

/** One message can win over the partner on two counts at most; the rest must be said again, on its own. */
const maxEarnedPerTurn = 2;
/** Words that say something, besides the keyword's own; "Forty-six thousand pounds." is enough, "46?" is not. */
const minContentWords = 2;
/** Words a line must have at all to earn anything, unless it answers a question. */
const minWords = 3;
/** Below this share of small words a longer line is a heap of keywords, not a sentence. */
const minFunctionWordShare = 0.2;

/** Where a move is to ask, a statement with the right words in it ("Go to Bea, then") is not the move. */
const isAsked = /\bask(?:s|ed|ing)?\b(?! for\b)/i;
/** What may stand in for a question. */
const asksToo: readonly LearnerAct[] = ["offer", "state-need", "reflect"];

const provocations: readonly LearnerAct[] = ["insult", "threat", "blame"];
const earnNothing: readonly LearnerAct[] = [...provocations, "repeat", "odd-talk", "give-in", "unclear"];

/**
 * Reads what a learner's message does, by word lists and the scenario's keywords alone: the same message in the same
 * place always reads the same. `before` is the branch so far, from turn 0; `text` is what was just said.
 */
export function readLearnerMoves({
  content,
  before,
  text,
}: {
  content: ScenarioContent;
  before: Turn[];
  text: string;
}): LearnerMoves {
  const said = text.trim();
  const line = plainCase(said);
  const { persona } = content;
  const grave = graveIn(said, content);
  // "My uncle killed himself" touches no sore spot about other people's uncles.
  const trigger =
    grave === null || grave === "vile"
      ? persona.triggers.map(({ keywords }) => findAnyKeyword(line, keywords)).find((found) => found !== null)
      : undefined;
  const acts = readActs({ content, before, text: said, line, triggeredAt: trigger?.index ?? null });
  const literal = withoutFigures(line);
  const topic = topicOf(literal, content);
  const kinds = acts.map(({ act }) => act);
  const asksAbout = /\?|\btell me\b|\bi wonder\b|\bi'd like to (?:know|hear|understand)\b/.test(line);
  const earned =
    kinds.some((act) => earnNothing.includes(act)) || !(hasSubstance(line) || answersQuestion(line, before))
      ? []
      : newlyEarned(line, content, before).filter(
          ({ what }) => asksAbout || !isAsked.test(what) || kinds.some((act) => asksToo.includes(act)),
        );
  const askedAbout =
    asksAbout && !kinds.some((act) => provocations.includes(act))
      ? persona.secrets.filter(({ keywords }) => meantPlaces(line, keywords).length > 0).map(({ id }) => id)
      : [];
  const first = acts[0];
  // What takes a hard word back is quoted before what is said besides.
  const repairs = first?.act === "own-part" && hurtLately(before);
  return {
    acts: kinds,
    earned: earned.map(({ id }) => id),
    askedAbout,
    topic,
    phrase: phraseAround(
      said,
      (repairs ? first?.at : earned[0]?.at) ??
        first?.at ??
        placeOf(topic, literal, content) ??
        longestSentenceAt(said),
    ),
  };
}

/** Lower case and straight quotes, every character still in its place, so that a match can be quoted from the original. */
function plainCase(text: string): string {
  return Array.from(text, (character) => {
    if (character === "‘" || character === "’") return "'";
    if (character === "“" || character === "”") return '"';
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join("");
}

function topicOf(line: string, { persona }: ScenarioContent): string | null {
  let best: { topic: string; hits: number } | null = null;
  for (const { topic, keywords } of persona.positions) {
    const hits = countKeywords(line, keywords);
    if (hits > (best?.hits ?? 0)) best = { topic, hits };
  }
  return best?.topic ?? null;
}

function placeOf(topic: string | null, line: string, { persona }: ScenarioContent): number | null {
  const position = persona.positions.find((known) => known.topic === topic);
  const places = position?.keywords.flatMap((keyword) => findKeyword(line, keyword) ?? []) ?? [];
  return fullest(line, places) ?? null;
}

function longestSentenceAt(text: string): number {
  const [longest = ""] = sentencesOf(text).sort((a, b) => b.length - a.length);
  return Math.max(0, text.indexOf(longest));
}

function hasSubstance(line: string): boolean {
  const words = wordsIn(line);
  if (isOpenQuestion(line)) return true;
  if (words.length < minWords || contentWords(line).length < (words.length > minWords ? 1 : minContentWords))
    return false;
  const small = words.filter((word) => functionWords.has(word)).length;
  return words.length < 6 || small / words.length >= minFunctionWordShare;
}

/** "What would you miss most?" asks everything in small words. */
function isOpenQuestion(line: string): boolean {
  // Sentence by sentence: one pattern over the whole line would look for its question mark from every word anew.
  return line
    .split(/[.!]/)
    .map((sentence) => sentence.slice(0, Math.max(0, sentence.lastIndexOf("?"))))
    .some((asked) => /\b(?:what|how|why|which|who|where|when)(?: [\w'-]+){3}/.test(asked));
}

/** "46k" is enough of a sentence when the partner has just asked for the number. */
function answersQuestion(line: string, before: Turn[]): boolean {
  return (
    !line.includes("?") &&
    wordsIn(line).length < minWords &&
    (before.at(-1)?.partner.text ?? "").includes("?")
  );
}

function newlyEarned(
  line: string,
  { persona }: ScenarioContent,
  before: Turn[],
): { id: string; what: string; at: number }[] {
  const had = new Set(before.flatMap(({ moves, state }) => [...(moves?.earned ?? []), ...state.earned]));
  return persona.moves
    .flatMap(({ id, what, keywords }) => {
      if (had.has(id)) return [];
      const meant = meantPlaces(line, keywords);
      const at = fullest(line, meant);
      return at === undefined ? [] : [{ id, what, at, hits: meant.length }];
    })
    .sort((a, b) => b.hits - a.hits)
    .slice(0, maxEarnedPerTurn);
}

/** Where the fullest of the phrases with one of these keywords stands: quoted is that, not the first two words that match. */
function fullest(line: string, places: Match[]): number | undefined {
  return places.map(({ index }) => index).sort((a, b) => wordsAround(line, b) - wordsAround(line, a))[0];
}

function wordsAround(line: string, at: number): number {
  return wordsIn(phraseAround(line, at)).length;
}
