import { type Debrief, levels, type Level } from "./debrief.ts";

/**
 * How a debrief is written, by a model and by us: blocks that begin with one of these heads in a line of its own, each with
 * a few named lines. Lines can be read while the rest is still being written, and what is cut off loses its last block only.
 */
const heads = {
  STRENGTH: "strength",
  "TURNING POINT": "moment",
  CHANGE: "change",
  PLAN: "plan",
  SKILL: "skill",
} as const;

type Kind = (typeof heads)[keyof typeof heads];
type Field = "quote" | "why" | "what" | "instead" | "plan" | "move" | "level";
export type Block = { kind: Kind; fields: Partial<Record<Field, string>> };

/** The blocks of a debrief as it was written so far; nothing of it is checked yet. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Field | null = null;
  for (const line of text.split("\n")) {
    const words = plain(line);
    if (words === "") continue;
    const block = blocks.at(-1);
    const head = /^(STRENGTH|TURNING POINT|CHANGE|PLAN|SKILL)(?: \d)?:?$/u.exec(words)?.[1];
    const [, name, value] = /^(Quote|Why|What|Instead|Plan|Move|Level):\s*(.*)$/iu.exec(words) ?? [];
    if (head && head in heads) {
      blocks.push({ kind: heads[head as keyof typeof heads], fields: {} });
      open = null;
    } else if (block && name !== undefined) {
      open = name.toLowerCase() as Field;
      block.fields[open] = value ?? "";
    } else if (block && open) {
      block.fields[open] = `${block.fields[open] ?? ""} ${words}`.trim();
    }
  }
  return blocks;
}

/** The same debrief as it is kept: what `blocksOf` reads is what it says. `moveName` names a framework's move. */
export function debriefText(
  { strengths, moment, changes, plan, skills }: Debrief,
  moveName: (id: string) => string,
): string {
  return [
    ...strengths.map(({ quote, why }) => block("STRENGTH", [`Quote: ${quote}`, `Why: ${why}`])),
    ...(moment ? [block("TURNING POINT", [`What: ${moment.what}`, `Instead: ${moment.instead ?? ""}`])] : []),
    ...changes.map(({ quoted, why, instead }) =>
      block("CHANGE", [`Quote: ${quoted?.quote ?? ""}`, `Why: ${why}`, `Instead: ${instead}`]),
    ),
    ...(plan ? [block("PLAN", [`Plan: ${plan}`])] : []),
    ...skills.map(({ move, level, evidence }) =>
      block("SKILL", [
        `Move: ${moveName(move)}`,
        `Level: ${levels.indexOf(level)}`,
        `Quote: ${evidence?.quote ?? ""}`,
      ]),
    ),
  ].join("\n\n");
}

/** "2", "2 (done)" or "not observed"; null for anything else. */
export function levelIn(words: string): Level | null {
  if (/^not[ -]observed\b/iu.test(words)) return "not-observed";
  const digit = /^[0-3]\b/u.exec(words)?.[0];
  return digit === undefined ? null : (levels[Number(digit)] ?? null);
}

/** A field that says nothing is left out. */
function block(head: string, lines: string[]): string {
  return [head, ...lines.filter((line) => !/^\w+: *$/u.test(line))]
    .map((line) => line.replaceAll(/\s+/gu, " "))
    .join("\n");
}

/** Marks of markdown and emoji carry no meaning here. */
function plain(line: string): string {
  return line
    .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, "")
    .replaceAll(/\*\*|__|^\s*(?:#+|[-*•])\s+|<\/?\w+>/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
