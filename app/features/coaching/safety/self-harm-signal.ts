import { englishSignals } from "./english-signals.ts";
import type { SignalList } from "./signal-list.ts";

const lists: readonly SignalList[] = [englishSignals];

/**
 * Does this message of a learner signal self-harm, in or out of role? Answers with the language of the list that found
 * it, or null. Word lists alone decide, so the same message always reads the same and no text leaves the process; what
 * they find and what they pass over is measured on `labelled-lines.*.tsv`. Source: product.md, safety and privacy.
 */
export function selfHarmSignal(text: string, among: readonly SignalList[] = lists): string | null {
  const line = joined(plain(text)).replaceAll(blanks, " ");
  return among.find((list) => isSignal(line, list))?.language ?? null;
}

/** The same of a form of several texts: does any of them? */
export function signalsSelfHarm(texts: readonly string[]): boolean {
  return texts.some((text) => selfHarmSignal(text) !== null);
}

const blanks = /[^\S\n]+/gu;

function isSignal(line: string, { spellings, fillers, harmless, signals }: SignalList): boolean {
  const mended = spellings.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), line);
  const bare = mended.replaceAll(fillers, " ").replaceAll(blanks, " ");
  // A mark stands where something was taken out, so that what was apart does not come together.
  const meant = harmless.reduce((text, pattern) => text.replaceAll(pattern, " … "), bare);
  return signals.some((pattern) => pattern.test(meant));
}

/** Lower case, one kind of quotation mark, nothing invisible, no letter more than twice in a row. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\u034F]/gu, "")
    .toLowerCase()
    .replaceAll(/[‘’`´]/gu, "'")
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/(\p{L})\1{2,}/gu, "$1$1");
}

/** "d i e" is "die"; where the words of such a line stand further apart, they stay apart. */
function joined(line: string): string {
  if (!/(?<![\p{L}'])\p{L}(?:[ .\-_*]\p{L}){2,}(?![\p{L}'])/u.test(line)) return line;
  return line.replaceAll(/(?<![\p{L}'])\p{L}(?:[ .\-_*]\p{L})+(?![\p{L}'])/gu, (letters) =>
    letters.replaceAll(/[^\p{L}]/gu, ""),
  );
}
