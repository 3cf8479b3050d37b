import { Disclosure } from "#app/ui/disclosure.tsx";
import type { DebriefOnPage } from "./debrief-on-page.ts";
import { debriefWords, thoughtsWords } from "./debrief-words.ts";

/** What the partner was thinking, turn by turn; folded up, and open on paper. */
export function ThoughtsList({ debrief: { thoughts, partnerName } }: { debrief: DebriefOnPage }) {
  return (
    <section aria-labelledby="thoughts" className="min-w-0 max-w-[65ch] space-y-3 print:mt-8">
      <h2 id="thoughts" className="font-script text-xl font-semibold">
        {thoughtsWords.title(partnerName)}
      </h2>
      <p className="text-sm text-ink-soft">{thoughtsWords.about(partnerName)}</p>
      <Disclosure summary={thoughtsWords.open} printed="content">
        <ol className="space-y-5">
          {thoughts.map(({ turnId, ordinal, learner, thought, felt }) => (
            <li key={turnId} className="break-inside-avoid">
              <p className="text-sm text-ink-soft">
                {learner === null ? thoughtsWords.opening : debriefWords.turn(ordinal)}
              </p>
              {learner === null ? null : (
                <blockquote
                  className="spoken line-clamp-2 font-script text-pen print:line-clamp-none"
                  dir="auto"
                >
                  {learner}
                </blockquote>
              )}
              <p dir="auto">{thought}</p>
              {felt.length === 0 ? null : <p className="text-sm text-pencil">{felt.join(" · ")}</p>}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}
