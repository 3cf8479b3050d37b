import { errorAt, type RefusedScenario } from "./field-errors.ts";
import { fieldWords } from "./writing-words.ts";
import { type ListField, listLimits, type WrittenField, type WrittenScenario } from "./written-scenario.ts";

/** Fields that are rows of several parts. */
type RowsName = "positions" | "moves" | "triggers" | "secrets" | "concessions";

/** What a scenario's fields have in common, each by its name: its words, what stands in it and what is wrong with it. */
export function fieldProps(written: WrittenScenario, refused: RefusedScenario | null) {
  return {
    text: (name: Exclude<WrittenField, RowsName>) => ({
      ...fieldWords[name],
      name,
      defaultValue: valueOf(written[name]),
      error: errorAt(refused, name),
    }),
    rows: (name: ListField) => ({
      ...fieldWords[name],
      error: errorAt(refused, name),
      most: listLimits[name].most,
    }),
  };
}

function valueOf(value: string | string[]): string {
  return Array.isArray(value) ? value.join("\n") : value;
}
