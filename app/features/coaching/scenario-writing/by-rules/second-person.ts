/** As somebody tells of themselves, and as it is told to them. Longer ones first. */
const swaps: [RegExp, string][] = [
  [/\bI am\b|\bI'm\b/giu, "you are"],
  [/\bI was\b/giu, "you were"],
  [/\bam I\b/giu, "are you"],
  [/\bwas I\b/giu, "were you"],
  [/\bI've\b/giu, "you've"],
  [/\bI'd\b/giu, "you'd"],
  [/\bI'll\b/giu, "you'll"],
  [/\bI\b/gu, "you"],
  [/\bmyself\b/giu, "yourself"],
  [/\bmine\b/giu, "yours"],
  [/\bmy\b/giu, "your"],
  [/\bme\b/giu, "you"],
];

/** "I rent from my uncle." is "You rent from your uncle." */
export function secondPerson(text: string): string {
  const said = text.replaceAll("’", "'");
  const swapped = swaps.reduce((told, [from, to]) => told.replaceAll(from, to), said);
  // Sentences begin with a capital again.
  return swapped.replaceAll(
    /(^|[.!?]\s+|\n\s*)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
