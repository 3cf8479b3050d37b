import { nextState } from "#app/features/coaching/partner/partner-state.ts";
import { readLearnerMoves } from "#app/features/coaching/reading/read-learner-moves.ts";
import type { LaneReply, Turn } from "#app/features/conversations/conversation.ts";
import type { AsideQuestion } from "./aside-request.ts";

/**
 * The branch as it would be with this draft said, so that the rules can read it; nothing of it is stored. Drafts looked at
 * before stand in it with their notes, since their labels and their words are used up as those of turns are.
 */
export function draftPath({
  content,
  difficulty,
  branch,
  earlier,
  aside,
}: Pick<AsideQuestion, "content" | "difficulty" | "branch" | "earlier" | "aside">): Turn[] {
  const drafts = earlier.filter(({ kind, reply }) => kind === "draft" && reply.status !== "running");
  const before = branch.flatMap((turn) => [
    turn,
    ...drafts
      .filter(({ turnId }) => turnId === turn.id)
      .map((draft) => notSaid(turn, draft.text, draft.reply)),
  ]);
  const moves = readLearnerMoves({ content, before: branch, text: aside.text });
  const turn = (branch.at(-1)?.ordinal ?? 0) + 1;
  const state = nextState({ content, difficulty, before: branch, moves, turn });
  const last = before.at(-1);
  if (!last) throw new Error("a branch has at least its opener");
  return [...before, { ...notSaid(last, aside.text, nothing), id: aside.id, ordinal: turn, moves, state }];
}

function notSaid(after: Turn, learner: string, coach: LaneReply): Turn {
  return { ...after, learner, moves: null, partner: nothing, coach };
}

const nothing: LaneReply = { status: "silent", text: "", attempt: 1 };
