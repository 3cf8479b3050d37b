import type { AboutDebrief } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { hasAct } from "#app/features/coaching/reading/how-it-lands.ts";
import { movesShown } from "#app/features/coaching/reading/fitting-move.ts";
import { sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import { notedTurns } from "./noted-turn.ts";

/** Sentences and characters of a red line that an answer has room for. */
const maxSentences = 2;
const maxCharacters = 200;

/** "Did I cross my red line?", in these words or near them. */
export function asksAboutRedLine(question: string): boolean {
  return /\bred[- ]?lines?\b|\bcross(?:ed|ing)? (?:my|the|that|a) (?:own )?(?:line|limit)\b|\bmy (?:own )?(?:limit|bottom line)\b/iu.test(
    question,
  );
}

/**
 * The red line as the learner set it, and their last own offer or yes beside it: fixed rules cannot tell whether the one
 * goes past the other, so the answer says that and leaves the comparing to the learner.
 */
export function redLineTold({ content, path, redLine }: AboutDebrief): string {
  if (redLine === null)
    return "No red line was set before this conversation that the coach can see, so there is none to hold it against.";
  const line = `Your red line was “${shortened(redLine)}”; without a language model, fixed rules cannot tell by themselves whether you crossed it.`;
  const last = lastOffer({ content, path });
  return last
    ? `${line} The last thing you offered, accepted or let go, as far as they can see, was “${last.quote}”, in turn ${last.ordinal}. Hold the two side by side.`
    : `${line} They found nothing that you offered, accepted or let go, so look through your own messages with it.`;
}

function shortened(redLine: string): string {
  const flat = redLine.replaceAll(/[“”"]/gu, "").replaceAll(/\s+/gu, " ").trim();
  const kept = sentencesOf(flat).slice(0, maxSentences).join(" ").slice(0, maxCharacters);
  return kept.replace(/[\s.…]+$/u, "").replace(/[\uD800-\uDBFF]$/u, "");
}

/** Moves that put something on the table. */
const offering = ["anchor", "trade", "negotiate", "offer-options"];

function lastOffer({ content, path }: Pick<AboutDebrief, "content" | "path">) {
  const shown = new Map(movesShown(content, path).map((moves, at) => [path[at]?.id, moves]));
  for (const { turn, quoted } of notedTurns(content, path).toReversed()) {
    if (hasAct(turn.moves, "accept", "give-in")) return quoted;
    const offered = shown.get(turn.id)?.findLast(({ id }) => offering.includes(id));
    if (offered) return { quote: offered.phrase, ordinal: turn.ordinal };
  }
  return null;
}
