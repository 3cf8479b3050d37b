/** How somebody feels about a conversation, 0 (not at all) to 10; null where it was not said. */
export type Feelings = { confidence: number | null; dread: number | null };

/** What a learner sets themselves before they begin. All of it is optional; no goal means the scenario's. */
export type Before = Feelings & { goal: string | null; redLine: string | null };

export const nothingSet: Before = { goal: null, redLine: null, confidence: null, dread: null };

/** In characters (code points). */
export const aimCharacters = 300;

/** What was typed, to be shown again where it cannot be kept. */
export type TypedBefore = Feelings & { goal: string; redLine: string };

export type ReadBefore =
  | { ok: true; before: Before; typed: TypedBefore }
  | { ok: false; typed: TypedBefore; tooLong: ("goal" | "redLine")[] };

/** Reads the posted form, by hand: the page that shows it carries no zod. */
export function readBefore(fields: FormData): ReadBefore {
  const feelings = readFeelings(fields);
  const typed = { goal: textIn(fields, "goal"), redLine: textIn(fields, "redLine"), ...feelings };
  const tooLong = (["goal", "redLine"] as const).filter(
    (name) => Array.from(typed[name]).length > aimCharacters,
  );
  if (tooLong.length > 0) return { ok: false, typed, tooLong };
  return {
    ok: true,
    before: { ...feelings, goal: typed.goal || null, redLine: typed.redLine || null },
    typed,
  };
}

/** A number nobody offered says as little as none. */
export function readFeelings(fields: FormData): Feelings {
  return { confidence: feelingIn(fields, "confidence"), dread: feelingIn(fields, "dread") };
}

/** As it can be stored: PostgreSQL refuses NUL bytes and changes lone surrogates. A file in its place is no text. */
export function textIn(fields: FormData, name: string): string {
  const text = fields.get(name);
  if (typeof text !== "string") return "";
  return text.replaceAll("\0", "").replaceAll(/\r\n?/gu, "\n").toWellFormed().trim();
}

function feelingIn(fields: FormData, name: keyof Feelings): number | null {
  const given = fields.get(name);
  return typeof given === "string" && /^(?:\d|10)$/.test(given) ? Number(given) : null;
}
