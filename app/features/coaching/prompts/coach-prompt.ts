import type { ModelRequest, PromptMessage } from "#app/ai/model.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { codedPart } from "#app/features/coaching/coded/coded-moves.ts";
import { coachNotes } from "#app/features/coaching/notes/coach-notes.ts";
import { coachSystem } from "./coach-system.ts";
import { coachTail } from "./coach-tail.ts";
import { appendBlock, cueOf, tagged, untagged } from "./prompt-blocks.ts";

/** The learner's first message is their own: no note on turn 1. */
export const firstCoachedTurn = 2;

/**
 * What the coach is asked about the last turn of `path`. Append-only like the partner's: the coach's own notes stand as
 * its answers, each user block brings only what is new. Timing "after" shows the turn's reply at once; "alongside" shows
 * it at the head of the next turn's block, so both layouts only ever grow.
 */
export function coachRequest({
  content,
  difficulty,
  timing,
  path,
  maxTokens,
}: {
  content: ScenarioContent;
  difficulty: Difficulty;
  timing: CoachTiming;
  path: Turn[];
  maxTokens: number;
}): ModelRequest {
  return {
    lane: "coach",
    system: coachSystem(content, difficulty, timing),
    messages: coachMessages(content, timing, path),
    tail: coachTail({ content, timing, path }),
    maxTokens,
    cue: cueOf(
      () => coachNotes({ content, timing, path }),
      () => codedAfter(path.at(-1)),
    ),
  };
}

/** A scripted coach reads as the rules do. */
function codedAfter(turn: Turn | undefined): string {
  return turn?.moves ? `\n${codedPart(turn.moves)}` : "";
}

/**
 * The conversation as the coach follows it. `withLast`: nothing more is to be noted, so that the last note and a reply not
 * seen yet stand there too.
 */
export function coachMessages(
  { persona }: ScenarioContent,
  timing: CoachTiming,
  path: Turn[],
  { withLast = false } = {},
): PromptMessage[] {
  const messages: PromptMessage[] = [];
  const opener = path[0]?.partner.text ?? "";
  appendBlock(
    messages,
    "user",
    `The rehearsal begins. ${untagged(persona.name)} opens:\n${tagged("partner", opener)}`,
  );
  let unseenReply = "";
  for (const [at, turn] of path.entries()) {
    if (turn.learner === null) continue;
    const current = at === path.length - 1 && !withLast;
    // What a provider refused to answer would be refused again here.
    if ((turn.partner.status === "refused" || turn.coach.status === "refused") && !current) continue;
    const learner = tagged("learner", turn.learner);
    const partner = turn.partner.text.trim() === "" ? "" : tagged("partner", turn.partner.text);
    const block = timing === "after" ? [learner, partner] : [unseenReply, learner];
    appendBlock(messages, "user", block.filter((part) => part !== "").join("\n"));
    unseenReply = partner;
    const note = turn.coach.text.trim();
    if (!current && note !== "") appendBlock(messages, "assistant", note);
  }
  if (withLast && timing === "alongside" && unseenReply !== "") appendBlock(messages, "user", unseenReply);
  return messages;
}
