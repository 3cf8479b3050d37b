import { useMedia } from "./use-media.ts";

/** Of words that still come in, what somebody sees who wants no motion: only whole sentences, each when it is there. */
export function useStillText(text: string, arriving: boolean): string {
  const still = useMedia("(prefers-reduced-motion: reduce)");
  return still && arriving ? wholeSentences(text) : text;
}

/** All but the last sentence, which may go on. */
function wholeSentences(text: string): string {
  const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
  return text.slice(0, Array.from(sentences).at(-1)?.index ?? 0).trimEnd();
}
