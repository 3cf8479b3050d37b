import {
  lineCharacters,
  type ListField,
  listLimits,
  type TextField,
  wordsCharacters,
  type WrittenField,
  type WrittenScenario,
  writtenLimits,
} from "./written-scenario.ts";

/**
 * Fields that hold more than may be kept. They come back with that said, and nothing else is looked for in them: what is
 * read word by word would be read for as long as somebody cared to type.
 */
export function overLimits(written: WrittenScenario): ReadonlySet<WrittenField> {
  const texts = (Object.keys(writtenLimits) as TextField[]).filter((field) =>
    isLonger(written[field], writtenLimits[field].most),
  );
  const lists = (Object.keys(listLimits) as ListField[]).filter((field) => {
    const list: readonly (string | Record<string, string>)[] = written[field];
    return list.length > listLimits[field].most || list.some(hasLongText);
  });
  return new Set<WrittenField>([...texts, ...lists]);
}

function hasLongText(row: string | Record<string, string>): boolean {
  if (typeof row === "string") return isLonger(row, lineCharacters);
  return Object.entries(row).some(([name, text]) =>
    isLonger(text, name === "words" ? wordsCharacters : lineCharacters),
  );
}

/** In characters (code points). */
function isLonger(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}
