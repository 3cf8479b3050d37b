import { z } from "zod";
import { presetLimits } from "#app/features/budgets/presets/preset.ts";

export const offerLimits = {
  labelCharacters: 80,
  noteCharacters: 500,
  /** A large class. */
  seats: 200,
  days: 365,
  usualDays: 14,
  /** Weighted tokens a seat: what a preset may hold. */
  leastTokens: presetLimits.leastTokens,
  mostTokens: presetLimits.mostTokens,
};

/** What an inviter offers. */
export type Offer = {
  label: string;
  note: string | null;
  /** The address of a scenario. */
  scenario: string | null;
  days: number;
  seats: number;
  budget: { presetId: string } | { tokens: number };
};

/** What was typed, to be shown again. */
export type OfferFields = Record<OfferField, string>;
export const offerFields = ["label", "note", "scenario", "days", "seats", "preset", "tokens"] as const;
export type OfferField = (typeof offerFields)[number];

/** `unchosen`: an amount was typed while a preset stayed chosen, and which of the two is meant nobody knows. */
export type WrongFields = Partial<Record<OfferField, true | "unchosen">>;

/** The value of `preset` that means an amount of one's own. */
export const ownAmount = "own";

export type ReadOffer =
  | { ok: true; offer: Offer }
  | { ok: false; wrong: WrongFields }
  /** A field this form does not have, or one twice: nobody who used the page sent this. */
  | { ok: false; wrong: null };

/** Reads the posted form. `mayName`: an amount of their own, beside the presets. */
export function readOffer(fields: FormData, { mayName }: { mayName: boolean }): ReadOffer {
  const known: string[] = ["intent", "link", ...offerFields.filter((name) => mayName || name !== "tokens")];
  const names = [...fields.keys()];
  if (names.some((name) => !known.includes(name)) || new Set(names).size < names.length)
    return { ok: false, wrong: null };
  const parsed = offerSchema(mayName).safeParse(Object.fromEntries(fields));
  if (parsed.success) {
    const { preset, tokens, ...offer } = parsed.data;
    return {
      ok: true,
      offer: { ...offer, budget: preset === ownAmount ? { tokens: tokens ?? 0 } : { presetId: preset } },
    };
  }
  const wrong: WrongFields = {};
  for (const { path, message } of parsed.error.issues) {
    const field = offerFields.find((name) => name === path[0]);
    if (field) wrong[field] = message === unchosen ? unchosen : true;
  }
  return { ok: false, wrong };
}

/** As it was typed; what is missing is empty. */
export function typedOffer(fields: FormData): OfferFields {
  const typed = (name: OfferField) => {
    const value = fields.get(name);
    return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : "";
  };
  return Object.fromEntries(offerFields.map((name) => [name, typed(name)])) as OfferFields;
}

const unchosen = "unchosen";

const line = z.string().transform((text) =>
  text
    .replaceAll(/[\0\s]+/g, " ")
    .toWellFormed()
    .trim(),
);
const paragraph = z
  .string()
  .transform((text) => text.replaceAll("\0", "").replaceAll(/\r\n?/g, "\n").toWellFormed().trim());

function whole(least: number, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function offerSchema(mayName: boolean) {
  const { labelCharacters, noteCharacters, seats, days, leastTokens, mostTokens } = offerLimits;
  return z
    .object({
      label: line.pipe(z.string().min(1).max(labelCharacters)),
      note: paragraph.pipe(z.string().max(noteCharacters)).transform((note) => note || null),
      scenario: z
        .string()
        .regex(/^[a-z0-9-]{0,100}$/)
        .transform((slug) => slug || null),
      days: whole(1, days),
      seats: whole(1, seats),
      preset: mayName ? z.union([z.uuid(), z.literal(ownAmount)]) : z.uuid(),
      tokens: z.string().trim().default(""),
    })
    .transform(({ tokens, ...rest }, context) => {
      if (rest.preset !== ownAmount) {
        if (tokens === "") return { ...rest, tokens: null };
        context.addIssue({ code: "custom", path: ["tokens"], message: unchosen });
        return z.NEVER;
      }
      const amount = whole(leastTokens, mostTokens).safeParse(tokens);
      if (amount.success) return { ...rest, tokens: amount.data };
      context.addIssue({ code: "custom", path: ["tokens"] });
      return z.NEVER;
    });
}
