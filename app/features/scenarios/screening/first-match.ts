/** The words that the first pattern with a match finds, without the marks around them; null when none does. */
export function firstMatch(line: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found) return found[0].replaceAll(/^[\s,;(]+|[\s,;.]+$/gu, "");
  }
  return null;
}
