import type { WrittenField } from "./written-scenario.ts";

/** Why a scenario cannot be practised as it stands. `lines` and `numbers` are made by code and the catalogue's authors. */
export type LintReason =
  | "missing"
  | "too-long"
  | "too-short"
  | "too-few"
  | "too-many"
  | "topic-without-position"
  | "position-without-topic"
  | "row-unfinished"
  | "twice"
  | "not-speech"
  | "keywords"
  | "not-a-number"
  | "whole-too-long"
  | "paragraph-too-short"
  | "too-many-paragraphs"
  | "names-nothing"
  | "too-little";

export type LintFault = {
  field: WrittenField | "lines" | "examples" | "difficulty";
  reason: LintReason;
  /** What it is about: a topic, the beginning of a row. Empty: the field as a whole. */
  about: string;
};

/** Why a text may not be practised here at all. */
export type ScreenReason = "minors" | "sexual" | "identifying" | "coercion";

export type ScreenFault<Field extends string = string> = {
  field: Field;
  reason: ScreenReason;
  /** The words that show it, as they were typed. */
  found: string;
};
