/** Fields that hold nothing but what somebody wrote. */
const written = ["text", "view", "goal", "redLine", "went", "keep"];

/**
 * What somebody wrote into a form, to be shown where the form itself cannot be: the fields for words, and any other that
 * holds more than one. Null where there was nothing. Without what no page could hold.
 */
export function typedWords(fields: FormData): string | null {
  const words = Array.from(fields, ([name, value]) => {
    if (typeof value !== "string") return "";
    const text = value.replaceAll("\0", "").toWellFormed().trim();
    return written.includes(name) || /\s/u.test(text) ? text : "";
  });
  return words.filter((text) => text !== "").join("\n\n") || null;
}

/** What an error page carries of them. */
export type KeptWords = { kept: string } | null;

export function keptWords(fields: FormData): KeptWords {
  const kept = typedWords(fields);
  return kept === null ? null : { kept };
}
