/** Splits spoken text into its sentences, each with its closing punctuation and quotation mark. "No. 5" is no end; "No. Not now." has one. */
export function sentencesOf(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  return trimmed
    .split(
      /(?=\s)(?<=[.!?…]["”’')]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e|a\.m|p\.m)\.)(?!(?<=\bNo\.)\s+\p{N})\s+(?=["“‘'(]?[\p{Lu}\p{N}£€$])/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Whether a sentence ends as one: with a full stop, a question or exclamation mark, also inside a closing quote. */
export function isFinished(sentence: string): boolean {
  return /[.!?…]["”’')*_]*$/u.test(sentence.trim());
}
