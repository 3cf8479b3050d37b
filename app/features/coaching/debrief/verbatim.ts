import type { Quoted, Said } from "./debrief.ts";

/** Fewer words prove nothing, unless they are all that was said. */
const minWords = 2;
/** More is no quotation but a retelling. */
const maxWords = 40;

/**
 * Where the learner said these words, and the words as they stand there; null when they never did. Case, the kind of
 * quotation marks and apostrophes, runs of white space and punctuation around it do not count.
 */
export function findVerbatim(quote: string, said: Said[]): Quoted | null {
  const wanted = comparable(quote).text.replaceAll(/^[\s"'.,;:!?…-]+|[\s"'.,;:!?…-]+$/gu, "");
  const words = wanted.split(" ").length;
  if (wanted === "" || words > maxWords) return null;
  for (const { ordinal, text } of said) {
    const line = comparable(text);
    const at = wholeWordsAt(line.text, wanted);
    if (at === -1) continue;
    const isAll = line.text.trim().length - wanted.length <= 2;
    if (words < minWords && !isAll) continue;
    return { quote: text.slice(line.places[at], (line.places[at + wanted.length - 1] ?? 0) + 1), ordinal };
  }
  return null;
}

/** Lower case, straight marks, single spaces; `places[i]` is where the i-th character stands in the original. */
function comparable(text: string): { text: string; places: number[] } {
  let plain = "";
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const isSpace = /\s/u.test(unit);
    if (isSpace && (plain === "" || plain.endsWith(" "))) continue;
    const lower = unit.toLowerCase();
    plain += isSpace ? " " : (straight[unit] ?? (lower.length === 1 ? lower : unit));
    places.push(at);
  }
  return { text: plain, places };
}

const straight: Record<string, string> = { "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"' };

function wholeWordsAt(line: string, wanted: string): number {
  for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + 1)) {
    const around = [line.charAt(at - 1), line.charAt(at + wanted.length)];
    if (!around.some((unit) => /[\p{L}\p{N}]/u.test(unit))) return at;
  }
  return -1;
}
