/** What one text is told from another by: its letters and digits, in small letters; nothing of signs alone. */
export function sameness(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Each once, as it was typed first; "Rent" and "rent!" are one, and signs alone are none. */
export function eachOnce(texts: readonly string[]): string[] {
  const known = new Set([""]);
  return texts.filter((text) => {
    const key = sameness(text);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** As it can be said in the middle of a sentence: without signs that end one, and without those of a markup. */
export function spokenTopic(topic: string): string {
  return topic
    .replaceAll(/[*#_`?!…]|\.(?![\p{L}\p{N}])/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
