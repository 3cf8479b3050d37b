import { broken, type Row } from "./evaluate.ts";
import type { Verdict } from "./verdict.ts";

const columns: { name: string; of: (row: Row) => string }[] = [
  { name: "scenario", of: ({ scenario }) => scenario },
  { name: "learner", of: ({ learner }) => learner },
  { name: "turns", of: ({ turns }) => String(turns) },
  { name: "given", of: ({ concessions }) => String(concessions) },
  { name: "folds", of: (row) => String(row.folds.length) },
  { name: "out of character", of: (row) => String(row.outOfCharacter.length) },
  { name: "coach rules", of: (row) => String(row.noteBreaks.length) },
  { name: "flattery", of: (row) => String(row.flatteries.length) },
  { name: "verdict", of: ({ verdict }) => words(verdict.asLearner) },
  { name: "swapped", of: ({ verdict }) => words(verdict.asPartner) },
];

/** A table of what was found, and under it every finding in words. */
export function tableOf(rows: Row[]): string {
  const cells = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const table = cells.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const found = rows.flatMap((row) => broken(row).map((what) => `${row.scenario}, ${row.learner}: ${what}`));
  return [...table, "", ...(found.length === 0 ? ["Nothing found."] : found)].join("\n");
}

function words(verdict: Verdict): string {
  return verdict ? `${verdict.level}, harsher ${verdict.harsher}` : "none";
}
