import { z } from "zod";
import { tokenAmount } from "#app/features/budgets/token-amount.ts";
import { presetLimits } from "./preset.ts";

const { nameCharacters, leastTokens, mostTokens } = presetLimits;

const id = z.uuid();
const name = z
  .string()
  .transform((text) =>
    text
      .replaceAll(/[\0\s]+/g, " ")
      .toWellFormed()
      .trim(),
  )
  .pipe(z.string().min(1).max(nameCharacters));
const tokens = tokenAmount.pipe(z.number().min(leastTokens).max(mostTokens));
/** As it stood on the page that the form was on: only what a preset can be, or the database could not even compare it. */
const was = {
  wasName: z
    .string()
    .min(1)
    .max(nameCharacters)
    .refine((text) => text.isWellFormed() && !text.includes("\0")),
  wasTokens: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

/** Everything that can be posted to the page of presets. */
export const presetFormSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("make"), name, tokens }),
  z.strictObject({ intent: z.literal("change"), id, name, tokens, ...was }),
  z.strictObject({ intent: z.literal("delete"), id, ...was }),
  z.strictObject({ intent: z.literal("move"), id, direction: z.enum(["up", "down"]) }),
]);

export type PresetForm = z.infer<typeof presetFormSchema>;

/** What was typed, to be shown again at the form it came from; `id` is null for a new one. */
export type TypedPreset = { id: string | null; name: string; tokens: string };

export function typedPreset(fields: FormData): TypedPreset {
  const typed = (field: string) => {
    const value = fields.get(field);
    return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : "";
  };
  const of = typed("id");
  return { id: id.safeParse(of).success ? of : null, name: typed("name"), tokens: typed("tokens") };
}
