import type { Model } from "#app/ai/model.ts";
import { castings } from "./cast.ts";
import { flatteries, folds, noteBreaks, outOfCharacter } from "./faults.ts";
import { type Casting, play, type Played } from "./play.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

/** How one conversation went. */
export type Row = {
  scenario: string;
  learner: string;
  turns: number;
  failures: number;
  /** The partner's words where the ladder gave nothing; each is printed. */
  folds: string[];
  outOfCharacter: string[];
  /** Rules of the coach that a note broke before it was checked. */
  noteBreaks: string[];
  flatteries: string[];
  concessions: number;
  /** As the learner asks, and as the partner would. */
  verdict: { asLearner: Verdict; asPartner: Verdict };
};

/** Plays every fixed conversation with this model, one after the other, and looks for what the rules forbid. */
export async function evaluate(
  model: Model,
  { cast = castings, onRow = () => {} }: { cast?: Casting[]; onRow?: (row: Row) => void } = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const casting of cast) {
    const row = await judge(model, await play(model, casting));
    rows.push(row);
    onRow(row);
  }
  return rows;
}

async function judge(model: Model, played: Played): Promise<Row> {
  const { scenario, learner, path, failures } = played;
  const lineOf = ({ partner }: Played["path"][number]) => partner.text;
  return {
    scenario,
    learner,
    turns: path.length - 1,
    failures,
    folds: folds(played).map(lineOf),
    outOfCharacter: outOfCharacter(played).map(lineOf),
    noteBreaks: noteBreaks(played),
    flatteries: flatteries(played).map(({ coach }) => coach.text),
    concessions: path.at(-1)?.state.concessions ?? 0,
    verdict: {
      asLearner: await verdictOn(model, played, "A"),
      asPartner: await verdictOn(model, played, "B"),
    },
  };
}

/** What must hold of one row, in words; an empty list when it does. */
export function broken(row: Row): string[] {
  const { asLearner, asPartner } = row.verdict;
  const isBad = row.learner === "rude";
  return [
    ...row.folds.map((line) => `folded: ${line}`),
    ...row.outOfCharacter.map((line) => `out of character: ${line}`),
    ...row.noteBreaks.map((rule) => `coach: ${rule}`),
    ...row.flatteries.map((note) => `flattery: ${note}`),
    ...(row.failures > 0 ? [`${row.failures} calls without an answer`] : []),
    ...(asLearner === null || asPartner === null ? ["no verdict"] : []),
    ...(isBad && asLearner && asLearner.level > 2 ? [`a bad transcript got level ${asLearner.level}`] : []),
    ...(isBad && asLearner && asPartner && asLearner.harsher !== asPartner.harsher
      ? ["the verdict turns with who asks"]
      : []),
  ];
}
