import type { Turn } from "#app/features/conversations/conversation.ts";
import { apologies, bareYes, clearYes, conditions, partings, softYes } from "./answer-words.ts";
import { hurtLately } from "./how-it-lands.ts";
import { contentWords, wordsIn } from "./learner-words.ts";

/** Share of an earlier message's content words that makes a new one the same again. */
const repeatOverlap = 0.75;

/**
 * Where a line says yes to what the partner has given, or null. A plain "deal" counts as long as something was given;
 * "OK" and "thank you" only right after it. A yes with a question or a condition in it is not one yet.
 */
export function acceptsAt(line: string, before: Turn[]): number | null {
  const last = before.at(-1)?.state;
  if (!last || last.concessions === 0 || line.includes("?")) return null;
  const justGiven =
    last.beat.does === "concede" || last.beat.does === "confirm" || last.proposes === "agreement";
  if (justGiven && bareYes.test(line)) return 0;
  for (const pattern of justGiven ? [...clearYes, ...softYes] : clearYes) {
    for (const match of line.matchAll(pattern)) {
      const lead = line.slice(0, match.index);
      const rest = line.slice(match.index + match[0].length);
      if (/\b(?:not|never|no|n't|can't|cannot|won't|don't|if)(?: [\w'-]+){0,2} $/.test(lead)) continue;
      if (conditions.test(rest)) continue;
      return match.index + (match[0].length - match[0].replace(/^[\s.!?;,]+/u, "").length);
    }
  }
  return null;
}

/** Where a line takes back a hard word said lately, or null: "That was unfair" owns something only then. */
export function repairsAt(line: string, before: Turn[]): number | null {
  if (!hurtLately(before)) return null;
  const places = apologies.flatMap((pattern) => [...line.matchAll(pattern)].map(({ index }) => index));
  return places.length > 0 ? Math.max(...places) : null;
}

/** "Thanks, love you" is only a goodbye when the other has just offered one. */
export function acceptsEnd(line: string, before: Turn[]): boolean {
  if ((before.at(-1)?.state.proposes ?? null) === null || line.includes("?")) return false;
  return partings.some((pattern) => [...line.matchAll(pattern)].length > 0);
}

/** Whether a line says again what an earlier message on this branch said. */
export function isRepeat(line: string, before: Turn[]): boolean {
  const words = new Set(contentWords(line));
  return before.some(({ learner }) => {
    if (learner === null) return false;
    if (wordsIn(learner).join(" ") === wordsIn(line).join(" ")) return true;
    const earlier = new Set(contentWords(learner));
    const shared = [...words].filter((word) => earlier.has(word)).length;
    return shared >= 4 && shared / Math.max(words.size, earlier.size) >= repeatOverlap;
  });
}
