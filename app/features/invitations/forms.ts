import { z } from "zod";

export const offerLimits = {
  labelCharacters: 80,
  noteCharacters: 500,
  /** A large class. */
  seats: 200,
  days: 365,
  usualDays: 14,
  /** Weighted tokens a seat. */
  leastTokens: 1_000,
  mostTokens: 1_000_000,
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

/** The value of `preset` that means an amount of one's own. */
export const ownAmount = "own";

export type ReadOffer =
  | { ok: true; offer: Offer }
  | { ok: false; wrong: Partial<Record<OfferField, true>> }
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
  const wrong: Partial<Record<OfferField, true>> = {};
  for (const { path } of parsed.error.issues) {
    const field = offerFields.find((name) => name === path[0]);
    if (field) wrong[field] = true;
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
      if (rest.preset !== ownAmount) return { ...rest, tokens: null };
      const amount = whole(leastTokens, mostTokens).safeParse(tokens);
      if (amount.success) return { ...rest, tokens: amount.data };
      context.addIssue({ code: "custom", path: ["tokens"] });
      return z.NEVER;
    });
}
