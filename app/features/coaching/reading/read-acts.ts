import type { LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { findAnyKeyword } from "./keywords.ts";
import { announcements } from "./answer-words.ts";
import { aboutOneself, actPatterns, magicWords, regrets, softeners, takesBack } from "./learner-acts.ts";
import { contentWords, wordsIn } from "./learner-words.ts";
import { acceptsAt, acceptsEnd, isRepeat, repairsAt } from "./read-answers.ts";
import { isUnreadable } from "./readable.ts";

/** Strongest first: what hurts or gives everything away decides how a line is heard. */
const strength: readonly LearnerAct[] = [
  "odd-talk",
  "insult",
  "threat",
  "blame",
  "give-in",
  "repeat",
  "magic-words",
  "demand",
  "evade",
  "accept",
  "own-part",
  "reflect",
  "offer",
  "ask",
  "boundary",
  "state-need",
  "announce",
  "give-reason",
  "close",
  "unclear",
];

/** Content words a reflection, an owning or a request must have besides its opening words. */
const minSubstance = 3;
/** Owning something is shorter than reflecting it: "I should have told you in January". */
const minOwned = 2;
/** Words a line needs to count as a sentence when no list knows it. */
const minStatement = 4;
/** Fewer content words beside the kind ones, and the kind words are all there is. */
const minBesideMagic = 2;

/** `at` is null when the line as a whole shows it, and no place in particular. */
type FoundAct = { act: LearnerAct; at: number | null };
type Line = {
  content: ScenarioContent;
  before: Turn[];
  text: string;
  line: string;
  triggeredAt: number | null;
};

/** Everything one line does, strongest first, each with the place in the text that shows it; "unclear" when nothing. */
export function readActs(said: Line): FoundAct[] {
  const { line, before, triggeredAt } = said;
  // "kys" is no sentence of any language, and no riddle either.
  if (isUnreadable(said.text, said.content) && firstMatch("insult", line) === null)
    return [{ act: "unclear", at: null }];
  const found = new Map<LearnerAct, number>();
  for (const act of strength) {
    const at = firstMatch(act, line);
    if (at !== null) found.set(act, at);
  }
  if (
    triggeredAt !== null &&
    !takesBack.test(line.slice(0, triggeredAt)) &&
    !hasAny(found, ["insult", "threat"])
  ) {
    found.set("blame", triggeredAt);
  }
  const question = questionAt(line);
  const magic = question === null ? magicWordsOnly(line) : null;
  if (magic !== null) {
    found.set("magic-words", magic);
    for (const act of ["reflect", "state-need", "give-reason"] as const) found.delete(act);
  }
  if (question !== null) found.set("ask", question);
  if (isRepeat(line, before)) found.set("repeat", 0);
  if (acceptsEnd(line, before)) found.set("close", found.get("close") ?? 0);
  if (announcesOnly(line)) found.set("announce", 0);
  const repaired = repairsAt(line, before);
  if (repaired !== null && !hasAny(found, ["insult", "threat", "blame"])) return repair(found, repaired);
  dropWhatOthersRuleOut(found, line);
  accept(found, said);
  const acts = strength.flatMap((act) => (found.has(act) ? [{ act, at: found.get(act) ?? 0 }] : []));
  if (acts.length > 0) return acts;
  // A plain sentence that matches no list is still something said; a word or two is not yet.
  if (wordsIn(line).length >= minStatement) return [{ act: "give-reason", at: null }];
  return [{ act: isAboutSomething(said) ? "state-need" : "evade", at: null }];
}

/** Taking a hard word back is what such a message is about, however short or meek the rest of it sounds. */
function repair(found: Map<LearnerAct, number>, at: number): FoundAct[] {
  const kept = (["ask", "offer", "boundary", "state-need", "give-reason"] as const).filter((act) =>
    found.has(act),
  );
  return [{ act: "own-part", at }, ...kept.map((act) => ({ act, at: found.get(act) ?? 0 }))];
}

function accept(found: Map<LearnerAct, number>, { line, before }: Line): void {
  if (hasAny(found, ["odd-talk", "insult", "threat", "blame", "ask"])) return;
  const at = acceptsAt(line, before);
  if (at === null) return;
  found.set("accept", at);
  for (const act of ["give-in", "repeat", "magic-words", "demand", "evade"] as const) found.delete(act);
}

/** "I need to tell you something about Christmas": a topic, and nothing said of it yet. */
function announcesOnly(line: string): boolean {
  let rest = line;
  for (const pattern of announcements) rest = rest.replaceAll(pattern, " ");
  return rest !== line && contentWords(rest).filter((word) => !fillers.has(word)).length <= maxAnnounced;
}

/** Content words a message may have beside its announcing: the bare name of a topic, not yet a case. */
const maxAnnounced = 2;
const fillers = new Set(
  "hi hello hey mum dad please today something thing quickly now moment minute sorry like want need".split(
    " ",
  ),
);

function hasAny(found: Map<LearnerAct, number>, acts: LearnerAct[]): boolean {
  return acts.some((act) => found.has(act));
}

function firstMatch(act: LearnerAct, line: string): number | null {
  const hurtful = act === "insult" || act === "threat" || act === "blame";
  for (const pattern of actPatterns[act] ?? []) {
    for (const match of line.matchAll(pattern)) {
      const lead = line.slice(0, match.index);
      if (
        hurtful &&
        (takesBack.test(lead) ||
          regrets.test(lead) ||
          (act === "insult" && !/\byou/.test(match[0]) && aboutOneself.test(lead)))
      )
        continue;
      return placeIn(match);
    }
  }
  return null;
}

/** Without what stands before the words; of "if you don't …, I'll …" the threat is the second half. */
function placeIn(match: RegExpExecArray): number {
  const [text] = match;
  const then = /^if\s/.test(text) ? text.search(/\bi(?:'ll|'m going|\s+will|\s+am going)\b/) : -1;
  return match.index + (then > 0 ? then : text.length - text.replace(/^[\s.!?;,]+/u, "").length);
}

function magicWordsOnly(line: string): number | null {
  let rest = line;
  let at: number | null = null;
  for (const pattern of magicWords) {
    for (const match of line.matchAll(pattern)) at = Math.min(at ?? match.index, match.index);
    rest = rest.replaceAll(pattern, " ");
  }
  return at !== null && contentWords(rest).length < minBesideMagic ? at : null;
}

/** A question mark alone asks nothing, nor does a single word with one, unless it is a question word. */
function questionAt(line: string): number | null {
  let fullest: { at: number; words: number } | null = null;
  for (const match of line.matchAll(/[^.!?]+\??/gu)) {
    if (!match[0].endsWith("?")) continue;
    const words = wordsIn(match[0]);
    if (words.length < 2 && !/^(?:why|how|when|what|who|where|which)$/.test(words[0] ?? "")) continue;
    const at = match.index + (match[0].length - match[0].trimStart().length);
    if (fullest === null || words.length > fullest.words) fullest = { at, words: words.length };
  }
  return fullest?.at ?? null;
}

function dropWhatOthersRuleOut(found: Map<LearnerAct, number>, line: string): void {
  const rude = hasAny(found, ["insult", "threat", "blame"]);
  const hedges = countMatches(actPatterns.evade ?? [], line) + countMatches(softeners, line);
  const thin = contentWords(line).length <= 6;
  const solid = hasAny(found, ["own-part", "reflect", "offer", "boundary", "ask", "give-reason"]);
  // One "maybe" in a full sentence is manners; several, or one in a line that says little else, is backing away.
  if (found.has("evade") && (hedges < (thin ? 1 : 3) || (hedges === 1 && solid))) found.delete("evade");
  if (found.has("give-in")) {
    // "It's fine that you are angry. I still need …" gives nothing away when the need is said after it.
    const gaveUpAt = found.get("give-in") ?? 0;
    const standsAfter = (["boundary", "state-need", "own-part"] as const).some(
      (act) => (found.get(act) ?? -1) > gaveUpAt,
    );
    if (rude || (standsAfter && !thin)) found.delete("give-in");
    else
      for (const act of ["evade", "offer", "boundary", "state-need", "own-part", "close"] as const)
        found.delete(act);
  }
  if (found.has("demand") && !rude && hasAny(found, ["ask", "own-part"])) found.delete("demand");
  if (rude) for (const act of ["own-part", "reflect", "offer", "magic-words"] as const) found.delete(act);
  if (found.has("evade")) found.delete("reflect");
  for (const act of ["own-part", "reflect"] as const) {
    if (contentWords(line).length < (act === "own-part" ? minOwned : minSubstance)) found.delete(act);
  }
}

/** "46k", "the freeze": short, but no hedging either. */
function isAboutSomething({ content, line }: Line): boolean {
  return content.persona.positions.some(({ keywords }) => findAnyKeyword(line, keywords) !== null);
}

function countMatches(patterns: RegExp[], line: string): number {
  return patterns.reduce((count, pattern) => count + [...line.matchAll(pattern)].length, 0);
}
