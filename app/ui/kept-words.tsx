import { errorPageWords } from "./ui-words.ts";

/** Words somebody had typed, for which there is no box any more; shown so that they can be copied. */
export function KeptWords({ words }: { words: string }) {
  return (
    <figure className="mt-6 border-s-2 border-pen ps-4">
      <figcaption className="small-caps text-ink-soft">{errorPageWords.kept}</figcaption>
      <p className="spoken mt-1 font-script text-lg text-pen" dir="auto">
        {words}
      </p>
    </figure>
  );
}
