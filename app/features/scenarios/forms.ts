import { type CoachMode, coachModes } from "./coach-mode.ts";
import type { Difficulty } from "./scenario.ts";

/** Here and not beside the schema, so that the page whose form offers them carries no zod. */
export const difficulties = ["easy", "real", "hard"] as const satisfies Difficulty[];

/** How to begin. Every field has a default, and a value nobody offered means the default too: nothing here can be wrong. */
export function startForm(fields: FormData): {
  difficulty: Difficulty;
  coachMode: CoachMode;
} {
  const wanted = fields.get("difficulty");
  const mode = fields.get("coachMode");
  return {
    difficulty: difficulties.find((difficulty) => difficulty === wanted) ?? "real",
    coachMode: coachModes.find((one) => one === mode) ?? "after-each-turn",
  };
}
