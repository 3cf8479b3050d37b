import { HelpNumbers } from "./help-numbers.tsx";
import type { HelpRegion } from "./help-resources.ts";
import { helpWords } from "./help-words.ts";

/** The help card outside of a conversation: fixed words, and whom to call. */
export function HelpBeside({ region }: { region: HelpRegion }) {
  return (
    <section
      aria-labelledby="help"
      className="mt-6 max-w-2xl space-y-4 rounded-md border border-control bg-sheet p-4 sm:p-5"
    >
      <h2 id="help" className="font-script text-lg font-semibold">
        {helpWords.besideTitle}
      </h2>
      <p>{helpWords.beside}</p>
      <p>{helpWords.program}</p>
      <HelpNumbers region={region} />
      <p className="text-sm">{helpWords.besideKept}</p>
    </section>
  );
}
