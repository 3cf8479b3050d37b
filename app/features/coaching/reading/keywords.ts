export type Match = { index: number; length: number };

/**
 * Where a scenario's keyword stands in a line (already lower case, straight quotes), or null. Whole words only, any case,
 * plural and common endings allowed, and up to two small words may stand inside a phrase ("take it to the board").
 */
export function findKeyword(line: string, keyword: string): Match | null {
  const found = patternFor(keyword).exec(line);
  return found ? { index: found.index, length: found[0].length } : null;
}

/** All the places where it stands, in their order. */
export function findKeywords(line: string, keyword: string): Match[] {
  return [...line.matchAll(patternFor(keyword, "gu"))].map((found) => ({
    index: found.index,
    length: found[0].length,
  }));
}

export function findAnyKeyword(line: string, keywords: readonly string[]): Match | null {
  for (const keyword of keywords) {
    const found = findKeyword(line, keyword);
    if (found) return found;
  }
  return null;
}

export function countKeywords(line: string, keywords: readonly string[]): number {
  return keywords.filter((keyword) => findKeyword(line, keyword) !== null).length;
}

// Scenario versions are few and never change, so compiled patterns may live as long as the process.
const compiled = new Map<string, RegExp>();

function patternFor(keyword: string, flags: "u" | "gu" = "u"): RegExp {
  const known = compiled.get(flags + keyword);
  if (known) return known;
  const words = keyword.toLowerCase().replaceAll("’", "'").trim().split(/\s+/).map(wordPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(between)}(?![\\p{L}\\p{N}])`, flags);
  compiled.set(flags + keyword, pattern);
  return pattern;
}

const between =
  "[\\s-]+(?:(?:a|an|the|my|your|our|his|her|their|this|that|it|of|to|just|really|even|ever)\\s+){0,2}";

/** "worry" also finds "worried", "plan" also "planning", "accounts" also "account". */
function wordPattern(word: string): string {
  const plain = escape(word).replaceAll("-", "[-\\s]");
  if (!/^[a-z]{4,}$/.test(word)) return plain;
  if (/[^aeiou]y$/.test(word)) return `${plain.slice(0, -1)}(?:y|ies|ied|ying|y's)`;
  if (word.endsWith("e")) return `${plain.slice(0, -1)}(?:e|es|ed|er|ing|e's)`;
  if (/[^s]s$/.test(word)) return `${plain.slice(0, -1)}(?:s|s'|'s)?`;
  return `${plain}(?:${plain.at(-1)}?(?:ed|ing)|s|es|'s|er)?`;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
