import { maxMessageCharacters } from "./conversation.ts";

export type MessageText =
  | { ok: true; text: string }
  | { ok: false; reason: "empty" | "too-long"; characters: number };

/**
 * A learner's words as they are kept: NUL bytes dropped and lone surrogates replaced (PostgreSQL refuses or changes both),
 * line ends as the browser shows them, no white space around. What is compared, stored and prompted is always this text.
 */
export function readMessageText(raw: string): MessageText {
  const text = raw
    .replaceAll("\0", "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .toWellFormed()
    .replace(/^\uFEFF/, "")
    .trim();
  const characters = [...text].length;
  if (characters > maxMessageCharacters) return { ok: false, reason: "too-long", characters };
  // Invisible characters alone say nothing either.
  if (/^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text))
    return { ok: false, reason: "empty", characters };
  return { ok: true, text };
}

/** What was typed into a form, also one that is refused: it must come back. A file in its place is no text. */
export function typedText(fields: FormData): string {
  const text = fields.get("text");
  return typeof text === "string" ? text : "";
}
