import { paragraphs } from "#app/features/scenarios/writing/written-scenario.ts";

/** What somebody told, in paragraphs as a scenario has them: a short one goes with the one before it, and so does a fifth. */
export function inParagraphs(told: string): string {
  const given = told
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, " ").trim())
    .filter((paragraph) => paragraph !== "");
  const kept: string[] = [];
  for (const paragraph of given) {
    const last = kept.at(-1);
    if (last !== undefined && (isShort(last) || isShort(paragraph) || kept.length === paragraphs.most))
      kept[kept.length - 1] = `${last} ${paragraph}`;
    else kept.push(paragraph);
  }
  return kept.join("\n\n");
}

function isShort(paragraph: string): boolean {
  return Array.from(paragraph).length < paragraphs.characters;
}
