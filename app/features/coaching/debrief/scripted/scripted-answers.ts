import { askedAbout } from "#app/features/coaching/asides/asked-about.ts";
import type { AboutDebrief } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { firstName } from "#app/features/coaching/notes/note-writing.ts";
import { alternativeTo, exampleOf } from "./alternatives.ts";
import { notedTurns } from "./noted-turn.ts";
import { faultTold, planFor, strengthTold, worstKind } from "./scripted-findings.ts";
import { asksAboutRedLine, redLineTold } from "./red-line-told.ts";
import { moveTold, turnTold } from "./told-again.ts";

/**
 * What a scripted coach can answer about a debrief, what fits the question best first: the red line, a turn asked about by its number, a
 * move by its name, other words, why it turned, what to take along. Where it can answer none of these it says so.
 */
export function scriptedAnswers(about: AboutDebrief, question: string): string[] {
  const { content, path } = about;
  const turns = notedTurns(content, path);
  const name = firstName(content);
  const { turn, move, wording } = askedAbout(question, content, path);
  const one = turns.find((noted) => noted.turn.ordinal === turn);
  const kind = one?.kind ?? worstKind(turns);
  const example =
    (move && (exampleOf(content, move.id) ?? move.good)) ??
    alternativeTo(content, kind, unusedMoves(content, path));
  const inWords = `One way that often lands here: “${example}” Keep it to that one sentence, and leave the next word to ${name}.`;
  const pivotal = turns.find((noted) => noted.turn.id === pivotalTurn(path)?.turnId);
  const why = pivotal
    ? `What moved ${name} most was “${pivotal.quoted.quote}”, in turn ${pivotal.turn.ordinal}. ${pivotal.turn.state.resistance > pivotal.before.state.resistance ? faultTold(content, pivotal, 2) : strengthTold(content, pivotal, 1)}`
    : `Nothing you said moved ${name} either way, so there was no turn that decided it.`;
  const plan = `Take one thing along: ${inMarks(planFor(content, path, worstKind(turns)))} Try it once in this scenario before the real talk.`;
  const asks = (pattern: RegExp) => pattern.test(question);
  return [
    ...(asksAboutRedLine(question) ? [redLineTold(about)] : []),
    ...(wording ? [inWords] : []),
    ...(turn === null ? [] : [turnTold({ content, path }, turn)]),
    ...(move === null ? [] : [moveTold({ content, path }, move, question)]),
    ...(asks(/\b(?:instead|better|words?|put it|phrase|example|how (?:do|should|could|can) i)\b/iu)
      ? [inWords]
      : []),
    ...(asks(/\b(?:why|moment|turning|moved|react|harden|angry|cross|hurt)\b/iu) ? [why] : []),
    ...(asks(/\b(?:next|plan|again|practi[cs]e|try|remember|take along|what (?:do|should|can) i do)\b/iu)
      ? [plan]
      : []),
    ...beyond(name),
  ];
}

/** Honest about what it is, and where to look; in turns, so that two such questions are not answered alike. */
function beyond(name: string): string[] {
  return [
    "That is beyond fixed rules, and there is no language model here. Ask about a turn by its number, a move by its name, what you could have said, or what to try next.",
    `Without a language model that cannot be answered. What ${name} was thinking at each turn stands in the debrief, and there is more to say about any turn you name by its number.`,
    "Fixed rules do not reach that far. Name a turn or a move of the debrief, to hear what was read there and why.",
  ];
}

/** A plan is the learner's "I": between marks, so that nobody takes it for the coach's. */
function inMarks(plan: string): string {
  return `“${plan.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
