import type { ModelRequest } from "#app/ai/model.ts";
import { coachMessages } from "#app/features/coaching/prompts/coach-prompt.ts";
import { coachSystem } from "#app/features/coaching/prompts/coach-system.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { appendBlock, cueOf, untagged } from "#app/features/coaching/prompts/prompt-blocks.ts";
import type { End, Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { pivotalTurn } from "./pivotal-turn.ts";
import { rubricOf } from "./rubric.ts";
import { scriptedDebrief } from "#app/features/coaching/debrief/scripted/scripted-debrief.ts";

export type AboutDebrief = {
  content: ScenarioContent;
  difficulty: Difficulty;
  timing: CoachTiming;
  /** The branch, without what the help card answered. */
  path: Turn[];
  end: End;
  /** What the learner was after, what they would not cross, and their own view of it afterwards. */
  goal: string;
  redLine: string | null;
  ownView: string | null;
};

/**
 * What the coach is asked once it has ended. It begins word for word as the coach's calls before it, so that nearly all of
 * it is read from the cache; what is asked of it goes last. `wanted` is the last block: a debrief, or an answer about one.
 */
export function debriefRequest(about: AboutDebrief, maxTokens: number): ModelRequest {
  return {
    ...lookingBack(about),
    tail: debriefTail(about),
    maxTokens,
    cue: cueOf(() => [scriptedDebrief(about)]),
  };
}

/** The conversation as the coach has followed it, with its last note, and that it is over. */
export function lookingBack({
  content,
  difficulty,
  timing,
  path,
  end,
}: AboutDebrief): Pick<ModelRequest, "lane" | "system" | "messages"> {
  const messages = coachMessages(content, timing, path, { withLast: true });
  const { name } = untagged(content.persona);
  appendBlock(
    messages,
    "user",
    `The rehearsal is over: ${endTold[end.ending]} ${end.by === "learner" ? "The learner ended it." : `${name} offered to leave it there, and the learner accepted.`}`,
  );
  return { lane: "coach", system: coachSystem(content, difficulty, timing), messages };
}

const endTold: Record<End["ending"], string> = {
  agreement: "an agreement was reached.",
  "next-step": "they left with a next step.",
  impasse: "they did not agree.",
  "someone-leaves": "it was broken off.",
};

function debriefTail({ content, path, goal, redLine, ownView }: AboutDebrief): string {
  const pivotal = pivotalTurn(path);
  const { name } = untagged(content.persona);
  const turn = path.find(({ id }) => id === pivotal?.turnId);
  return [
    "<debrief>",
    "Now write no note but the debrief. The rules for quotations, voice and flattery hold as before; length and shape are these.",
    `What the learner was after: ${escaped(goal)}`,
    redLine === null ? "" : `The line they did not want to cross: ${escaped(redLine)}`,
    ownView === null ? "" : `How they see it themselves, told before they read you: ${escaped(ownView)}`,
    turn?.learner
      ? `The turning point is decided: the learner's message that begins “${escaped(turn.learner.slice(0, 90))}”. ${name} moved most there, ${pivotal?.direction === "away" ? "away from" : "towards"} the learner.`
      : `There was no turning point: nothing the learner said moved ${name}. Leave that block out.`,
    "Blocks in this order, each head in a line of its own, each field in one line, nothing around them:",
    shape,
    `A SKILL block for each move of ${frameworks[content.framework].name}, by what could be seen and heard (level 0: not observed):`,
    ...rubricOf(content.framework).map(
      ({ name, anchors }) => `${name}: 1 ${anchors.begun}; 2 ${anchors.done}; 3 ${anchors["done-well"]}.`,
    ),
    ...debriefRules,
    "</debrief>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const shape = [
  "STRENGTH",
  "Quote: the learner's words, exactly, at most twelve",
  "Why: what they did for this partner, one or two sentences",
  "TURNING POINT",
  "What: what happened in it and why, one or two sentences",
  "Instead: what else could have been said there, in one sentence",
  "CHANGE",
  "Quote: the learner's words, exactly, at most twelve",
  "Why: what they did, one or two sentences",
  "Instead: words that would do it better",
  "PLAN",
  "Plan: If …, then I will …",
  "SKILL",
  "Move: its name",
  "Level: 0, 1, 2 or 3",
  "Quote: the learner's words that show it best; none at level 0",
].join("\n");

/** Source: product.md, rules for the coach, 6 and 9. */
export const debriefRules = [
  "Two STRENGTH blocks, one if there is only one, none if there is none: never invent one. At most two CHANGE blocks. One PLAN, about what is likeliest to go wrong next time.",
  "Every quotation is one unbroken piece of what the learner said. What you cannot quote you do not claim: a move without a quotation is level 0.",
  "A conversation that hurt, evaded or gave in scores low, however it ended. Judge what was said, not who is right.",
];

function escaped(text: string): string {
  return untagged(text).replaceAll(/\s+/gu, " ").trim();
}
