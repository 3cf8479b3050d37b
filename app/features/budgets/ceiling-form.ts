import { z } from "zod";
import { tokenAmount } from "./token-amount.ts";

const ceilingForm = z.object({
  on: z.literal("yes").optional(),
  tokens: tokenAmount.refine((tokens) => tokens >= 0),
});

/** What was typed, to be shown again. */
export type TypedCeiling = { on: boolean; tokens: string };

export type CeilingForm =
  | { ok: true; on: boolean; tokens: number }
  /** The amount is none. */
  | { ok: false; typed: TypedCeiling };

/** The form of the day's ceiling: a switch and an amount. */
export function readCeilingForm(fields: FormData): CeilingForm {
  const tokens = fields.get("tokens");
  const parsed = ceilingForm.safeParse({ on: fields.get("on") ?? undefined, tokens });
  if (parsed.success) return { ok: true, on: parsed.data.on === "yes", tokens: parsed.data.tokens };
  const typed = typeof tokens === "string" ? tokens.replaceAll("\0", "").toWellFormed() : "";
  return { ok: false, typed: { on: fields.get("on") === "yes", tokens: typed } };
}
