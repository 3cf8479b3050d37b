import { turnWithWordsOf } from "#app/features/coaching/asides/asked-about.ts";
import { frameworkHints } from "#app/features/coaching/notes/coach-hints.ts";
import { heldWords } from "#app/features/coaching/notes/coach-held-words.ts";
import { noteWords } from "#app/features/coaching/notes/coach-words.ts";
import { movesShown } from "#app/features/coaching/reading/fitting-move.ts";
import type { FrameworkMove } from "#app/features/coaching/frameworks.ts";
import { fill } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { faultIn, gainIn, notedTurns } from "./noted-turn.ts";
import { faultTold, strengthTold } from "./scripted-findings.ts";

type About = { content: ScenarioContent; path: Turn[] };

/** What the rules have read in one turn, told when somebody asks about it by its number. */
export function turnTold({ content, path }: About, ordinal: number): string {
  const last = path.at(-1)?.ordinal ?? 0;
  const one = notedTurns(content, path).find(({ turn }) => turn.ordinal === ordinal);
  if (ordinal < 1 || ordinal > last)
    return `There is no turn ${ordinal} here: your messages are turns 1 to ${last}.`;
  if (!one)
    return `In turn ${ordinal} the rules could read nothing, so there is nothing to say for or against it.`;
  const said = `In turn ${ordinal} you said “${one.quoted.quote}”.`;
  const fault = faultIn(one.kind);
  if (fault === null) {
    const gained = gainIn(one) > 0;
    return `${said} ${strengthTold(content, one, 0)} ${gained ? "Nothing was held against it." : "It was read as well said, and moved nothing by itself."}`;
  }
  const [next = ""] = fault === "held" ? heldWords.askedNexts : noteWords[fault].nexts;
  return `${said} ${faultTold(content, one, 0)} ${fill(next, content)}`;
}

/** Where a move was seen, or that it was not and how sure that is; `question` may name the words it was made with. */
export function moveTold({ content, path }: About, move: FrameworkMove, question: string): string {
  const shown = movesShown(content, path).flatMap((moves, at) => {
    const seen = moves.find(({ id }) => id === move.id);
    return seen ? [{ ordinal: path[at]?.ordinal ?? 0, phrase: seen.phrase }] : [];
  });
  const [first] = shown;
  if (first)
    return `${move.name} was seen in turn ${first.ordinal}: “${first.phrase}”. It means: ${hintFor(content, move)}.`;
  const meant = turnWithWordsOf(question, path, move.name);
  const nearest = meant ? ` You may mean turn ${meant.ordinal}.` : "";
  return `Without a language model fixed rules do the reading, and they found no sentence for ${move.name}: ${hintFor(content, move)}.${nearest} If you made that move in other words, trust your own reading over theirs.`;
}

function hintFor(content: ScenarioContent, move: FrameworkMove): string {
  return fill(frameworkHints[move.id] ?? move.what, content);
}
