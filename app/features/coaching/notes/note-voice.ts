import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { wordsIn } from "#app/features/coaching/reading/learner-words.ts";
import { quotationsIn, withoutQuotations } from "./note-quotes.ts";
import { sharedRun } from "#app/features/coaching/partner/partner-leak.ts";

/** As many of the partner's words in a row are a copy; fewer may be chance or a name. */
const copiedWords = 8;
/** A coach has no "I" of its own; twice outside quotation marks, somebody else is speaking. */
const firstPersonWords = 2;

/** Whether the note is spoken by the partner: their name as a prefix, or in the first person. */
export function speaksAsPartner(note: string, { persona }: ScenarioContent): boolean {
  const names = [persona.name, ...persona.name.split(/\s+/), "partner"].map((name) => name.toLowerCase());
  const prefix = /^[["“]?([\p{L} .'’-]{2,40}?)\]?\s*:\s/u.exec(note)?.[1]?.toLowerCase();
  if (prefix !== undefined && names.includes(prefix)) return true;
  const own = withoutQuotations(note).replace(/^[^—–]{2,40} [—–] /u, "");
  if (/^\s*(?:I|I[’']\p{L}+|My|Look,)\b/u.test(own)) return true;
  return (own.match(/\b(?:I|I[’'](?:m|d|ve|ll)|me|my|mine|myself)\b/gu)?.length ?? 0) >= firstPersonWords;
}

/** Whether the note repeats a stretch of something the partner said. */
export function copiesPartner(note: string, path: Turn[]): boolean {
  const words = wordsIn(note);
  const spoken = path.map(({ partner }) => ` ${wordsIn(partner.text).join(" ")} `);
  const learner = path.map(({ learner: said }) => ` ${wordsIn(said ?? "").join(" ")} `);
  for (let at = 0; at + copiedWords <= words.length; at += 1) {
    const run = ` ${words.slice(at, at + copiedWords).join(" ")} `;
    if (spoken.some((text) => text.includes(run)) && !learner.some((text) => text.includes(run))) return true;
  }
  return false;
}

/** Whether the note writes out what the learner should say: a good example of the scenario's or the framework's, which only a last hint gives. */
export function givesLine(note: string, path: Turn[], { examples, framework }: ScenarioContent): boolean {
  const lines = [...examples.map(({ good }) => good), ...frameworks[framework].moves.map(({ good }) => good)];
  return (
    sharedRun(
      note,
      lines,
      path.flatMap(({ learner }) => learner ?? []),
    ) !== null
  );
}

/** Whether the note praises without a quotation to show what for. */
export function flatters(note: string): boolean {
  return (
    /\b(?:great|good|excellent|fantastic|amazing|nice) (?:job|work|question|start)\b|\bwell done\b/iu.test(
      note,
    ) && quotationsIn(note).length === 0
  );
}
