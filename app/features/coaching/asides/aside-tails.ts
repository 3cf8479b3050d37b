import { reading } from "#app/features/coaching/prompts/coach-tail.ts";
import { recentLabels } from "#app/features/coaching/notes/note-label.ts";
import { firstName } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** Goes last when the coach looks at a draft. What the rules would make of it is not told: it is a draft, not a rehearsal. */
export function draftTail(path: Turn[], content: ScenarioContent): string {
  const labels = recentLabels(path.slice(0, -1));
  return [
    "<note>",
    `The learner asks you about the newest draft before ${firstName(content)} hears it. Write your note on the draft.`,
    reading(path.at(-1)),
    "Name what it would likely do to this partner. When it can go as it is, say so in one sentence, with the quotation.",
    labels.length > 0 ? `Labels already used, not to be used now: ${labels.join(", ")}.` : "",
    "One point, at most 2 sentences, about 40 words. Shape: Label — “their words” likely effect. Next move. Never rewrite the draft. No <coded> part.",
    "</note>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Goes last when the learner asks something. */
export function questionTail(content: ScenarioContent): string {
  return [
    "<answer>",
    `Answer the learner's newest question, in private: ${firstName(content)} never reads this.`,
    "At most 3 sentences, about 60 words, no label. A move, never the line they should say; what the partner keeps secret stays secret.",
    "Quote the learner or the partner only word for word. When it is not about this conversation, say so in one sentence. No <coded> part.",
    "</answer>",
  ].join("\n");
}
