import { createHash } from "node:crypto";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { coachRules, coachSystem } from "./coach-system.ts";
import { partnerRules, partnerSystem } from "./partner-system.ts";

/**
 * Says which prompts a conversation was practised with: sha256 (hex) over both frozen system prompts and the policy
 * texts. Stamped on the conversation, so that "what did this learner experience?" has an answer after a prompt changed.
 */
export function promptHash(content: ScenarioContent, difficulty: Difficulty): string {
  const texts = [
    partnerSystem(content, difficulty),
    coachSystem(content, difficulty, content.coachTiming),
    ...partnerRules(content.difficulty[difficulty].sentences),
    ...coachRules,
  ];
  return createHash("sha256").update(texts.join("\u0000")).digest("hex");
}
