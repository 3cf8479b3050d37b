import { unusedMoves } from "#app/features/coaching/fitting-move.ts";
import { firstName } from "#app/features/coaching/note-writing.ts";
import type { AboutDebrief } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { alternativeTo } from "./alternatives.ts";
import { notedTurns } from "./noted-turn.ts";
import { pivotalTurn } from "#app/features/coaching/debrief/pivotal-turn.ts";
import { faultTold, planFor, strengthTold, worstKind } from "./scripted-findings.ts";

/** What a scripted coach can answer about a debrief, what fits the question best first. */
export function scriptedAnswers({ content, path }: AboutDebrief, question: string): string[] {
  const turns = notedTurns(content, path);
  const kind = worstKind(turns);
  const pivotal = turns.find(({ turn }) => turn.id === pivotalTurn(path)?.turnId);
  const name = firstName(content);
  const answers = [
    {
      asks: /\b(?:instead|better|say|said|word(?:s|ed)?|put it|phrase|example|how (?:do|should|could|can) i)\b/iu,
      answer: `One way that often lands here: “${alternativeTo(content, kind, unusedMoves(content, path))}” Keep it to that one sentence, and leave the next word to ${name}.`,
    },
    {
      asks: /\b(?:why|moment|turning|moved|react|harden|angry|cross|hurt)\b/iu,
      answer: pivotal
        ? `What moved ${name} most was “${pivotal.quoted.quote}”. ${pivotal.turn.state.resistance > pivotal.before.state.resistance ? faultTold(content, pivotal, 2) : strengthTold(content, pivotal, 1)}`
        : `Nothing you said moved ${name} either way, so there was no turn that decided it.`,
    },
    {
      asks: /\b(?:next|plan|again|practi[cs]e|try|remember|do)\b/iu,
      answer: `Take one thing along: ${lowered(planFor(content, path, kind))} Try it once in this scenario before the real talk.`,
    },
  ];
  const fitting = answers.filter(({ asks }) => asks.test(question));
  return [...fitting, ...answers, fallback(name)].map(({ answer }) => answer);
}

function fallback(name: string) {
  return {
    answer: `Without a language model I can only say what the rules have read: it stands in the debrief. Read once more what ${name} was thinking at each turn.`,
  };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
