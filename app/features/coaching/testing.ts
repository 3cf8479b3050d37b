import { pickLine } from "#app/ai/scripted-line.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { coachRequest, firstCoachedTurn } from "./prompts/coach-prompt.ts";
import { partnerRequest } from "./prompts/partner-prompt.ts";
import { nextState, openingState } from "./partner/partner-state.ts";
import { readLearnerMoves } from "./reading/read-learner-moves.ts";

type Rehearsal = { content: ScenarioContent; difficulty?: Difficulty; lines: string[] };

/** For tests: a whole rehearsal with the scripted voices, from turn 0 to the last of `lines`. */
export function rehearse({ content, difficulty = "real", lines }: Rehearsal): Turn[] {
  let path = [opening(content, difficulty)];
  for (const line of lines) path = speak({ content, difficulty, path, text: line });
  return path;
}

/** For tests: the last turn of such a rehearsal, and the one before it. */
export function lastOf(content: ScenarioContent, lines: string[]): Turn & { before: Turn } {
  const path = rehearse({ content, lines });
  const [turn, before] = [path.at(-1), path.at(-2)];
  if (!turn || !before) throw new Error("a rehearsal has at least one turn");
  return { ...turn, before };
}

/** For tests: the path up to the first turn after which the partner would end it; all of it when that never comes. */
export function untilProposal(path: Turn[]): Turn[] {
  const at = path.findIndex(({ state }) => state.proposes !== null);
  return at === -1 ? path : path.slice(0, at + 1);
}

function opening(content: ScenarioContent, difficulty: Difficulty): Turn {
  return {
    id: "turn-0",
    ordinal: 0,
    learner: null,
    partner: { status: "complete", text: content.opener, attempt: 1 },
    coach: { status: "silent", text: "", attempt: 1 },
    moves: null,
    state: openingState(content, difficulty),
  };
}

function speak({
  content,
  difficulty,
  path: before,
  text,
}: {
  content: ScenarioContent;
  difficulty: Difficulty;
  path: Turn[];
  text: string;
}): Turn[] {
  const ordinal = before.length;
  const moves = readLearnerMoves({ content, before, text });
  const asked: Turn = {
    id: `turn-${ordinal}`,
    ordinal,
    learner: text,
    partner: { status: "running", text: "", attempt: 1 },
    coach: { status: "silent", text: "", attempt: 1 },
    moves,
    state: nextState({ content, difficulty, before, moves, turn: ordinal }),
  };
  const reply =
    pickLine(partnerRequest({ content, difficulty, path: [...before, asked], maxTokens: 300 })) ?? "";
  const answered: Turn = { ...asked, partner: { status: "complete", text: reply, attempt: 1 } };
  if (ordinal < firstCoachedTurn) return [...before, answered];
  const path = [...before, answered];
  const note =
    pickLine(coachRequest({ content, difficulty, timing: content.coachTiming, path, maxTokens: 200 })) ?? "";
  return [...before, { ...answered, coach: { status: "complete", text: note, attempt: 1 } }];
}
