import type { Difficulty } from "./scenario.ts";

/** Here and not beside the schema, so that the page whose form offers them carries no zod. */
export const difficulties = ["easy", "real", "hard"] as const satisfies Difficulty[];

/** How to begin. Every field has a default, and a value nobody offered means the default too: nothing here can be wrong. */
export function startForm(fields: FormData): {
  difficulty: Difficulty;
  coachMode: "after-each-turn" | "off";
} {
  const wanted = fields.get("difficulty");
  return {
    difficulty: difficulties.find((difficulty) => difficulty === wanted) ?? "real",
    coachMode: fields.get("coachMode") === "off" ? "off" : "after-each-turn",
  };
}
