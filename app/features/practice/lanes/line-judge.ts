import { checkPartnerLine } from "#app/features/coaching/partner/check-partner-line.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { Judge } from "./lane-result.ts";

/** Judges what the partner said in the last turn of this branch: the words a learner keeps. */
export function lineJudge({ content, difficulty }: Conversation, branch: Turn[]): Judge {
  const state = branch.at(-1)?.state;
  return {
    of: "line",
    check: (words) =>
      state
        ? checkPartnerLine(words, { content, difficulty, state })
        : { ok: true, text: words, salvaged: false },
  };
}
