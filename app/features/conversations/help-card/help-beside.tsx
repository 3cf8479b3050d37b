import { useEffect, useRef } from "react";
import { useActionData } from "react-router";
import { bringTo } from "#app/ui/bring-to.ts";
import { HelpNumbers } from "./help-numbers.tsx";
import type { HelpRegion } from "./help-resources.ts";
import { helpWords } from "./help-words.ts";

/** The help card outside of a conversation: fixed words, and whom to call. It answers a form, and is brought before one's eyes each time. */
export function HelpBeside({ region }: { region: HelpRegion }) {
  const answer = useActionData<unknown>();
  const card = useRef<HTMLElement>(null);
  useEffect(() => bringTo(card.current), [answer]);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="help"
      className="mt-6 max-w-2xl scroll-mt-4 outline-none space-y-4 rounded-md border border-control bg-sheet p-4 sm:p-5"
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
