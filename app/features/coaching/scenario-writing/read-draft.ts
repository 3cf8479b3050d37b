import { z } from "zod";
import { typedSignals } from "#app/features/coaching/safety/typed-signals.ts";
import { screenScenario } from "#app/features/scenarios/screening/screen-scenario.ts";
import type { Situation } from "#app/features/scenarios/own/situation.ts";
import {
  lineCharacters,
  listLimits,
  type WrittenField,
  type WrittenScenario,
  writtenLimits,
} from "#app/features/scenarios/writing/written-scenario.ts";
import { draftByRules } from "./by-rules/draft-by-rules.ts";
import { lintWritten } from "./lint-written.ts";
import { eachOnce, sameness } from "./topics.ts";

export type ReadDraft =
  /** `mended`: fields that the model left out or got wrong, and that the rules have written instead. */
  | { ok: true; draft: WrittenScenario; mended: WrittenField[] }
  /** `declined`: the model would not. `unreadable`: no draft could be made of what it said. */
  | { ok: false; reason: "declined" | "unreadable" };

/**
 * The draft in a model's answer. What the learner told stays as they told it (who it is, what they are, what they are
 * after), every topic they named has a position, and each field that is missing, breaks the lint or does not pass the
 * screening is written by the rules: a draft that is kept can be practised as it is.
 */
export function readDraft(said: string, situation: Situation): ReadDraft {
  const object = objectIn(said);
  if (object === null) return { ok: false, reason: "unreadable" };
  const read = answerSchema.safeParse(object);
  if (!read.success) return { ok: false, reason: "unreadable" };
  const { declined, ...answer } = read.data;
  if (declined) return { ok: false, reason: "declined" };
  // The rules alone make a draft too, for nothing: nobody pays for that.
  if (Object.values(answer).every((said) => said.length === 0)) return { ok: false, reason: "unreadable" };

  const rules = draftByRules(situation);
  let draft: WrittenScenario = {
    ...rules,
    ...filled(answer),
    positions: positionsOf(answer, rules, situation),
  };
  const mended = new Set<WrittenField>();
  for (let look = 0; look < looks; look++) {
    const wrong = faultyFields(draft, mended);
    if (wrong === "beyond") return { ok: false, reason: "unreadable" };
    if (wrong.length === 0) return { ok: true, draft, mended: [...mended] };
    for (const field of wrong) mended.add(field);
    draft = { ...draft, ...pick(rules, wrong) };
  }
  return { ok: false, reason: "unreadable" };
}

/** Mending one field can show a fault of another; what is too long altogether is shortened field by field. */
const looks = 16;
/** The rules' own are short. What says most about this one person goes last. */
const shortenedFirst: WrittenField[] = [
  ...(["speech", "knows", "doesNotKnow", "never", "interests", "triggers", "who", "moves"] as const),
  ...(["situation", "goal", "positions"] as const),
];

const text = z.string().catch("").transform(tidy);
const texts = z.array(z.string().transform(tidy)).catch([]);
const words = z
  .array(z.string())
  .catch([])
  .transform((list) => list.map(tidy).join(", "));

/** Lenient: what is not as it was asked for counts as left out. */
const answerSchema = z.object({
  declined: z.string().nullish().catch(null),
  title: text,
  summary: text,
  situation: z.string().catch("").transform(storable),
  goal: text,
  opener: text,
  who: text,
  interests: texts,
  positions: z.array(z.object({ topic: text, position: text, words })).catch([]),
  moves: z.array(z.object({ what: text, words })).catch([]),
  never: texts,
  triggers: z.array(z.object({ what: text, words })).catch([]),
  knows: texts,
  doesNotKnow: texts,
  secrets: z.array(z.object({ fact: text, condition: text, words })).catch([]),
  speech: texts,
  concessions: texts,
});
type Answer = Omit<z.infer<typeof answerSchema>, "declined">;

/** What of it is there; what is too long is left to the rules, as it would be cut in the middle of a thought. */
function filled(answer: Answer): Partial<WrittenScenario> {
  const rows = {
    moves: answer.moves.slice(0, listLimits.moves.most).map((move) => ({ id: "", ...move })),
    triggers: answer.triggers.slice(0, listLimits.triggers.most),
    secrets: answer.secrets.slice(0, listLimits.secrets.most).map((secret) => ({ id: "", ...secret })),
    concessions: answer.concessions.slice(0, listLimits.concessions.most).map((what) => ({ id: "", what })),
  };
  const lists = (["interests", "never", "knows", "doesNotKnow", "speech"] as const).map(
    (field) => [field, answer[field].slice(0, listLimits[field].most)] as const,
  );
  const plain = (["title", "summary", "situation", "goal", "opener", "who"] as const)
    .filter((field) => answer[field] !== "" && answer[field].length <= writtenLimits[field].most)
    .map((field) => [field, answer[field]] as const);
  return { ...rows, ...Object.fromEntries(lists), ...Object.fromEntries(plain) };
}

/** The model's, under the learner's own names and in their order, and after these what else it thought of. */
function positionsOf(
  answer: Answer,
  rules: WrittenScenario,
  situation: Situation,
): WrittenScenario["positions"] {
  const topics = eachOnce(situation.topics);
  const fits = (row: Answer["positions"][number]) =>
    row.topic !== "" && row.position !== "" && row.position.length <= lineCharacters;
  const drafted = answer.positions.filter(fits);
  const same = (one: string, other: string) => sameness(one) === sameness(other);
  const named = topics.flatMap((topic) => {
    const found = drafted.find((row) => same(row.topic, topic));
    const plain = rules.positions.find((row) => same(row.topic, topic));
    return found ? [{ was: "", ...found, topic }] : plain ? [plain] : [];
  });
  const more = [
    ...drafted
      .filter((row) => !topics.some((topic) => same(row.topic, topic)))
      .map((row) => ({ was: "", ...row })),
    ...rules.positions.filter((row) => !topics.some((topic) => same(row.topic, topic))),
  ];
  const { least, most } = listLimits.positions;
  const wanted = Math.max(least, Math.min(most, named.length + drafted.length));
  return [...named, ...more].slice(0, Math.max(named.length, Math.min(wanted, most)));
}

/** Which fields have to be written by the rules; `beyond`: something is wrong that stands in none of them. */
function faultyFields(draft: WrittenScenario, mended: Set<WrittenField>): WrittenField[] | "beyond" {
  const linted = lintWritten(draft, null);
  if (!linted.ok && linted.faults.every(({ reason }) => reason === "whole-too-long")) {
    const next = shortenedFirst.find((field) => !mended.has(field));
    return next ? [next] : "beyond";
  }
  const faults = [...(linted.ok ? [] : linted.faults), ...screenScenario(draft)];
  // Nobody typed these, but they would stand in every prompt of the practice.
  const signals = (Object.keys(draft) as WrittenField[]).filter((field) => typedSignals(draft[field]));
  const wrong = [...new Set([...faults.map(({ field }) => field).filter(isWritten), ...signals])];
  return wrong.length === 0 && !linted.ok ? "beyond" : wrong;
}

function isWritten(field: string): field is WrittenField {
  return field !== "lines" && field !== "examples" && field !== "difficulty";
}

function pick(from: WrittenScenario, fields: WrittenField[]): Partial<WrittenScenario> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

/** The outermost braces: a model may say something before or after them. */
function objectIn(said: string): unknown {
  const [from, to] = [said.indexOf("{"), said.lastIndexOf("}")];
  if (from === -1 || to < from) return null;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch {
    return null;
  }
}

function tidy(given: string): string {
  return storable(given).replaceAll(/\s+/gu, " ");
}

/** PostgreSQL refuses NUL bytes and lone surrogates in JSON. */
function storable(given: string): string {
  return given.replaceAll("\0", "").replaceAll("\t", " ").toWellFormed().trim();
}
