import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Refused } from "./debrief-on-page.ts";

/** Why what was posted was not done. */
function Refusal({ why }: { why: string }) {
  return (
    <p role="alert" className="rounded-md bg-alarm-wash px-3 py-2 text-sm text-alarm">
      {why}
    </p>
  );
}

/** The same, with whom to call where that matters more, and what was typed: no box holds it. */
export function RefusedQuestion({ refused: { why, question, help } }: { refused: Refused }) {
  return (
    <div className="space-y-3">
      <Refusal why={why} />
      {help === null ? null : <HelpBeside region={help} />}
      {question ? <KeptWords words={question} /> : null}
    </div>
  );
}

/** A page that watches the stream need not wait for the words. */
export function LiveField() {
  return useHydrated() ? <input type="hidden" name="live" value="yes" /> : null;
}
