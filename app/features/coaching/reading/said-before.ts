import type { LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { quotedActs } from "./fitting-move.ts";
import { hasAct } from "./how-it-lands.ts";
import { isPlainMoved, plainMovedFor } from "#app/features/coaching/scenario-writing/plain-moved.ts";

/** What a line takes for granted, and whether it has happened on this branch, the last turn being the one answered. */
const presupposed: { line: RegExp; happened: (path: Turn[]) => boolean }[] = [
  {
    // "You're asking" and "nobody's asked me that" answer a question.
    line: /\b(?:you asked|you're asking\.|nobody's asked|anyone's asked|first one to ask|thanks? for asking|a good question)\b/iu,
    happened: (path) =>
      /\?|\b(?:tell me|i wonder|i'm asking|i'd like to know)\b/iu.test(path.at(-1)?.learner ?? ""),
  },
  {
    // "That's twice now" and "you've gone round it twice" count something.
    line: /\b(?:that's|gone round it|said that|asked that) twice\b/iu,
    happened: (path) => {
      const does = path.at(-1)?.state.beat.does;
      return path.slice(0, -1).some(({ state }) => state.beat.does === does);
    },
  },
  {
    // Nobody can say yes to what was not asked for.
    line: /\bsay yes to that\b|\byou're asking (?:me|for)\b/iu,
    happened: (path) => path.some(asksForSomething),
  },
];

const wishes: readonly LearnerAct[] = ["state-need", "offer", "demand"];

/** A no asks for nothing, unless it names what would be a yes; nor does a question about how somebody is. */
function asksForSomething({ learner, moves }: Turn): boolean {
  const line = (learner ?? "").toLowerCase().replaceAll("’", "'");
  return hasAct(moves, ...wishes) || (moves?.earned.length ?? 0) > 0 || yesWouldBe.test(line);
}

const yesWouldBe =
  /\b(?:less than|below|i(?:'d| would) still (?:like|want)|i still (?:need|want)|(?:can|could|may) (?:i|we) (?:please )?(?:have|get)|(?:can't|cannot|won't) (?:leave|go|wait|carry on|go on))\b/u;

/** Whether all that a line takes for granted has been said or done. */
export function isGrounded(line: string, path: Turn[]): boolean {
  return presupposed.every((one) => !one.line.test(line) || one.happened(path));
}

/**
 * The lines that answer one of these moves in this turn. Where no author wrote one, what the learner did just now decides
 * how a plain person would take it.
 */
export function movedLines(content: ScenarioContent, path: Turn[], moves: readonly string[]): string[] {
  const turn = path.at(-1);
  if (!turn) return [];
  return content.lines.moved
    .filter(({ move }) => moves.includes(move))
    .flatMap(({ text }) => (isPlainMoved(text) ? plainMovedFor(quotedActs(content, turn).acts) : [text]))
    .filter((text) => isGrounded(text, path));
}
