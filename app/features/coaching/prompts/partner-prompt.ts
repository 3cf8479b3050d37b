import type { ModelRequest, PromptMessage } from "#app/ai/model.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { partnerLines } from "#app/features/coaching/partner/partner-lines.ts";
import { partnerSystem } from "./partner-system.ts";
import { partnerTail } from "./partner-tail.ts";
import { appendBlock, cueOf, tagged, untagged, untaggedContent } from "./prompt-blocks.ts";

/**
 * What the partner is asked. `path` runs from turn 0 to the turn being answered, whose moves and state are set.
 * Holds the main thread only: learner and partner, never a word of the coach. Each turn's request begins with all of
 * the last one's messages, character for character, so that the provider's cache reads them.
 */
export function partnerRequest({
  content,
  difficulty,
  path,
  maxTokens,
}: {
  content: ScenarioContent;
  difficulty: Difficulty;
  path: Turn[];
  maxTokens: number;
}): ModelRequest {
  const current = path.at(-1);
  if (!current) throw new Error("A partner cannot answer an empty path");
  return {
    lane: "partner",
    system: partnerSystem(content, difficulty),
    messages: partnerMessages(untaggedContent(content), path),
    tail: partnerTail(untaggedContent(content), difficulty, current),
    maxTokens,
    cue: cueOf(() => partnerLines({ content, difficulty, path })),
  };
}

function partnerMessages({ persona, learner }: ScenarioContent, path: Turn[]): PromptMessage[] {
  const messages: PromptMessage[] = [];
  appendBlock(
    messages,
    "user",
    `The scene begins. ${learner.role[0]?.toUpperCase() ?? ""}${learner.role.slice(1)} is with you, ${persona.name}. You speak first.`,
  );
  for (const [at, turn] of path.entries()) {
    const answering = at === path.length - 1;
    // A refused exchange would be refused again with every later turn, so both its sides are left out.
    if (turn.partner.status === "refused" && !answering) continue;
    if (turn.learner !== null) appendBlock(messages, "user", tagged("learner", turn.learner));
    // The opener is its author's; what came after it the model said itself.
    const said = at === 0 ? untagged(turn.partner.text.trim()) : turn.partner.text.trim();
    if (said !== "" && (!answering || turn.ordinal === 0)) appendBlock(messages, "assistant", said);
  }
  return messages;
}
