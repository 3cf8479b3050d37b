import { textIn } from "#app/features/scenarios/before-start/before.ts";
import {
  categories,
  coachTimings,
  frameworkIds,
  pronounChoices,
  type WrittenScenario,
} from "./written-scenario.ts";

/** So much of a field is looked at; a form of ours sends far less, and what is beyond our limits comes back whole. */
const mostCharacters = 20_000;
const mostRows = 20;

/**
 * What was typed into the form of a scenario, as it can be stored and shown again. Rows of which nothing was filled in
 * are left out. Nothing here can be wrong yet: what is, the lint says.
 */
export function readWritten(fields: FormData): WrittenScenario {
  const text = (name: string) => textIn(fields, name).slice(0, mostCharacters);
  const line = (name: string) => text(name).replaceAll(/\s+/gu, " ");
  const lines = (name: string) =>
    text(name)
      .split("\n")
      .map((one) => one.replaceAll(/\s+/gu, " ").trim())
      .filter((one) => one !== "");
  const rows = <Name extends string>(columns: Record<Name, string>) => rowsIn(fields, columns);
  return {
    title: line("title"),
    summary: line("summary"),
    category: categories.find((one) => one === line("category")) ?? "work",
    situation: text("situation"),
    role: line("role"),
    goal: line("goal"),
    opener: line("opener"),
    name: line("name"),
    pronouns: pronounChoices.find((one) => one === line("pronouns")) ?? "they",
    relationship: line("relationship"),
    who: line("who"),
    interests: lines("interests"),
    positions: rows({ was: "topicWas", topic: "topic", position: "position", words: "topicWords" }),
    moves: rows({ id: "moveId", what: "move", words: "moveWords" }),
    never: lines("never"),
    triggers: rows({ what: "trigger", words: "triggerWords" }),
    knows: lines("knows"),
    doesNotKnow: lines("doesNotKnow"),
    secrets: rows({ id: "secretId", fact: "secret", condition: "condition", words: "secretWords" }),
    speech: lines("speech"),
    concessions: rows({ id: "stepId", what: "step" }),
    framework: frameworkIds.find((one) => one === line("framework")) ?? "dear-man",
    minutes: line("minutes"),
    expectedTurns: line("expectedTurns"),
    coachTiming: coachTimings.find((one) => one === line("coachTiming")) ?? "after",
  };
}

/** Columns that say where a row came from, or go with its text: whoever empties the text has taken the row out. */
const besides = new Set(["was", "id", "words"]);

/** Fields that stand several times under one name are the columns of rows. */
function rowsIn<Name extends string>(
  fields: FormData,
  columns: Record<Name, string>,
): Record<Name, string>[] {
  const names = Object.keys(columns) as Name[];
  const count = Math.min(mostRows, Math.max(...names.map((name) => fields.getAll(columns[name]).length)));
  return Array.from({ length: count }, (_, at) => {
    const cell = (name: Name): [Name, string] => [name, cellOf(fields.getAll(columns[name])[at])];
    return Object.fromEntries(names.map(cell)) as Record<Name, string>;
  }).filter((row) => names.some((name) => !besides.has(name) && row[name] !== ""));
}

/** The same rules as for any text of the form; see `textIn`. */
function cellOf(value: FormDataEntryValue | undefined): string {
  const one = new FormData();
  if (typeof value === "string") one.set("cell", value);
  return textIn(one, "cell").replaceAll(/\s+/gu, " ").slice(0, mostCharacters);
}
