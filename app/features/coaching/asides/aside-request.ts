import type { ModelRequest } from "#app/ai/model.ts";
import { coachSystem } from "#app/features/coaching/prompts/coach-system.ts";
import { cueOf, untaggedContent } from "#app/features/coaching/prompts/prompt-blocks.ts";
import { type Aside, isHelpAside } from "#app/features/conversations/asides/aside.ts";
import { isHelpTurn, rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { asideMessages } from "./aside-messages.ts";
import { draftNotes } from "./draft-notes.ts";
import { draftPath } from "./draft-path.ts";
import { draftTail, questionTail } from "./aside-tails.ts";
import { questionAnswers } from "./question-answers.ts";

export type AsideQuestion = {
  content: ScenarioContent;
  difficulty: Difficulty;
  timing: CoachTiming;
  /** The branch in view, from turn 0. */
  branch: Turn[];
  /** All of this branch before this one, in the order they were asked. */
  earlier: Aside[];
  aside: Aside;
};

/**
 * What the coach is asked in private: under the same frozen prompt as for its notes, the conversation with its notes and
 * all that was asked before, each where it was asked, so that one aside's request begins with the last one's.
 */
export function asideRequest(question: AsideQuestion, maxTokens: number): ModelRequest {
  const { content, difficulty, timing } = question;
  const known = withoutHelp(question);
  return {
    lane: "coach",
    system: coachSystem(content, difficulty, timing),
    messages: asideMessages(known),
    tail:
      known.aside.kind === "draft"
        ? draftTail(draftPath(known), untaggedContent(content))
        : questionTail(untaggedContent(content)),
    maxTokens,
    cue: cueOf(() => (known.aside.kind === "draft" ? draftNotes(known) : questionAnswers(known))),
  };
}

/** No model reads what our own help card has answered. What was asked after such a turn stands after the one before it. */
export function withoutHelp(question: AsideQuestion): AsideQuestion {
  const { branch, earlier } = question;
  const place = new Map<string, string>();
  let last = branch[0]?.id ?? "";
  for (const turn of branch) {
    if (!isHelpTurn(turn)) last = turn.id;
    place.set(turn.id, last);
  }
  return {
    ...question,
    branch: rehearsedTurns(branch),
    earlier: earlier
      .filter((aside) => !isHelpAside(aside))
      .map((aside) => ({ ...aside, turnId: place.get(aside.turnId) ?? aside.turnId })),
  };
}
