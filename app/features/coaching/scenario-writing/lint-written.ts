import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { LintFault } from "#app/features/scenarios/writing/faults.ts";
import {
  lineCharacters,
  type ListField,
  listLimits,
  wordsCharacters,
  type TextField,
  type WrittenScenario,
  writtenLimits,
} from "#app/features/scenarios/writing/written-scenario.ts";
import { composeContent } from "./compose-content.ts";
import { lintScenario } from "./lint-scenario.ts";

export type Linted = { ok: true; content: ScenarioContent } | { ok: false; faults: LintFault[] };

/** The content of what was written, or what is wrong with it, said at the field where it stands. */
export function lintWritten(written: WrittenScenario, base: ScenarioContent | null): Linted {
  const faults = [
    ...textFaults(written),
    ...listFaults(written),
    ...rowFaults(written),
    ...numberFaults(written),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const content = composeContent(written, base);
  const deeper = lintScenario(content);
  return deeper.length === 0 ? { ok: true, content } : { ok: false, faults: deeper };
}

function textFaults(written: WrittenScenario): LintFault[] {
  return (Object.entries(writtenLimits) as [TextField, { least: number; most: number }][]).flatMap(
    ([field, { least, most }]): LintFault[] => {
      const characters = Array.from(written[field]).length;
      if (characters === 0) return [{ field, reason: "missing", about: "" }];
      if (characters < least) return [{ field, reason: "too-short", about: "" }];
      return characters > most ? [{ field, reason: "too-long", about: "" }] : [];
    },
  );
}

function listFaults(written: WrittenScenario): LintFault[] {
  return (Object.entries(listLimits) as [ListField, { least: number; most: number }][]).flatMap(
    ([field, { least, most }]): LintFault[] => {
      const list: readonly (string | Record<string, string>)[] = written[field];
      if (list.length < least) return [{ field, reason: "too-few", about: "" }];
      if (list.length > most) return [{ field, reason: "too-many", about: "" }];
      const texts = list.flatMap((row) => (typeof row === "string" ? [["text", row]] : Object.entries(row)));
      return texts
        .filter(
          ([name, text = ""]) =>
            Array.from(text).length > (name === "words" ? wordsCharacters : lineCharacters),
        )
        .map(([, about = ""]) => ({ field, reason: "too-long", about }));
    },
  );
}

/** A row of which a part is missing. Keywords may be left to the program. */
function rowFaults({ positions, moves, triggers, secrets, concessions }: WrittenScenario): LintFault[] {
  return [
    ...positions.flatMap(({ topic, position }): LintFault[] => {
      if (topic === "") return [{ field: "positions", reason: "position-without-topic", about: position }];
      return position === "" ? [{ field: "positions", reason: "topic-without-position", about: topic }] : [];
    }),
    ...unfinished("moves", moves, ({ what }) => [what]),
    ...unfinished("triggers", triggers, ({ what }) => [what]),
    ...unfinished("secrets", secrets, ({ fact, condition }) => [fact, condition]),
    ...unfinished("concessions", concessions, ({ what }) => [what]),
  ];
}

function unfinished<Row>(field: ListField, rows: Row[], needed: (row: Row) => string[]): LintFault[] {
  return rows
    .map((row) => needed(row))
    .filter((texts) => texts.includes(""))
    .map((texts) => ({ field, reason: "row-unfinished", about: texts.find((text) => text !== "") ?? "" }));
}

const numbers = { minutes: { least: 5, most: 30 }, expectedTurns: { least: 6, most: 20 } } as const;

function numberFaults(written: WrittenScenario): LintFault[] {
  return (["minutes", "expectedTurns"] as const)
    .filter((field) => {
      const number = /^\d{1,3}$/u.test(written[field]) ? Number(written[field]) : Number.NaN;
      return !(number >= numbers[field].least && number <= numbers[field].most);
    })
    .map((field) => ({ field, reason: "not-a-number", about: "" }));
}
