import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Pronouns, WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import { contentWords } from "#app/features/coaching/reading/learner-words.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { difficultyFor } from "./difficulty-for.ts";
import { spokenLines } from "./spoken-lines.ts";

/**
 * The content of a version from what somebody wrote. What the form does not hold (the scripted partner's lines, examples,
 * the numbers of the difficulties) is taken from `base`, the version before, as far as it still fits, and made anew where
 * it does not. Whether the result is good, `lintScenario` says.
 */
export function composeContent(written: WrittenScenario, base: ScenarioContent | null): ScenarioContent {
  const taken = new Set<string>();
  const id = (given: string, text: string) => freeId(given, text, taken);
  const persona: ScenarioContent["persona"] = {
    name: written.name,
    pronouns: pronounsOf(written.pronouns, base),
    relationship: written.relationship,
    who: written.who,
    interests: written.interests,
    positions: written.positions.map(({ topic, position, words }) => ({
      topic,
      position,
      keywords: keywordsOf(words, topic, position),
    })),
    moves: written.moves.map((move) => ({
      id: id(move.id, move.what),
      what: move.what,
      keywords: keywordsOf(move.words, move.what),
    })),
    never: written.never,
    triggers: written.triggers.map(({ what, words }) => ({ what, keywords: keywordsOf(words, what) })),
    knows: written.knows,
    doesNotKnow: written.doesNotKnow,
    secrets: written.secrets.map((secret) => ({
      id: id(secret.id, secret.fact),
      fact: secret.fact,
      condition: secret.condition,
      trust: base?.persona.secrets.find((one) => one.id === secret.id)?.trust ?? usualTrust,
      keywords: keywordsOf(secret.words, secret.fact),
    })),
    speech: written.speech,
  };
  const concessions = written.concessions.map((step) => ({ id: id(step.id, step.what), what: step.what }));
  const sameLadder = base?.concessions.length === concessions.length;
  return {
    title: written.title,
    summary: written.summary,
    category: written.category,
    situation: written.situation
      .split(/\n\s*\n/u)
      .map((paragraph) => paragraph.replaceAll(/\s+/gu, " ").trim())
      .filter((paragraph) => paragraph !== ""),
    learner: { role: written.role, goal: written.goal },
    minutes: Number(written.minutes),
    expectedTurns: Number(written.expectedTurns),
    opener: written.opener,
    persona,
    concessions,
    difficulty: base && sameLadder ? base.difficulty : difficultyFor(concessions.length),
    framework: written.framework,
    examples: base?.framework === written.framework ? base.examples : examplesOf(written.framework),
    coachTiming: written.coachTiming,
    lines: linesOf(written, { persona, concessions }, base),
  };
}

/** From here on somebody who is asked tells what they keep to themselves, at "real" difficulty. */
const usualTrust = 5;

/** Authored lines stay as long as what they are about does; the rest is spoken plainly. */
function linesOf(
  written: WrittenScenario,
  spoken: Pick<ScenarioContent, "persona" | "concessions">,
  base: ScenarioContent | null,
): ScenarioContent["lines"] {
  const plain = spokenLines(
    spoken,
    base?.lines.moved.map(({ text }) => text),
  );
  if (!base) return plain;
  const { lines } = base;
  const { persona, concessions } = spoken;
  const renamed = new Map(written.positions.map(({ was, topic }) => [was, topic]));
  const authored = lines.resist.flatMap((line) => {
    const topic = line.topic === "any" ? "any" : renamed.get(line.topic);
    return topic === undefined ? [] : [{ ...line, topic }];
  });
  const about = new Set(authored.map(({ topic }) => topic));
  return {
    ...lines,
    resist: [...authored, ...plain.resist.filter(({ topic }) => topic !== "any" && !about.has(topic))],
    moved: kept(lines.moved, plain.moved, "move", persona.moves),
    concede: kept(lines.concede, plain.concede, "concession", concessions),
    disclose: kept(lines.disclose, plain.disclose, "secret", persona.secrets),
    ...(lines.confirm && {
      confirm: lines.confirm.filter(({ concession }) => concessions.some(({ id }) => id === concession)),
    }),
  };
}

function kept<Key extends string, Line extends Record<Key, string>>(
  authored: Line[],
  plain: Line[],
  key: Key,
  of: { id: string }[],
): Line[] {
  const ids = new Set(of.map(({ id }) => id));
  const own = authored.filter((line) => ids.has(line[key]));
  const spoken = new Set(own.map((line): string => line[key]));
  return [...own, ...plain.filter((line) => !spoken.has(line[key]))];
}

const pronouns: Record<Pronouns, ScenarioContent["persona"]["pronouns"]> = {
  she: { subject: "she", object: "her", possessive: "her" },
  he: { subject: "he", object: "him", possessive: "his" },
  they: { subject: "they", object: "them", possessive: "their" },
};

function pronounsOf(chosen: Pronouns, base: ScenarioContent | null) {
  return base?.persona.pronouns.subject === chosen ? base.persona.pronouns : pronouns[chosen];
}

function examplesOf(framework: ScenarioContent["framework"]): ScenarioContent["examples"] {
  return frameworks[framework].moves.map(({ id, good, bad }) => ({ move: id, good, bad }));
}

const mostKeywords = 24;
const fewKeywords = 2;

/** As they were given, or the words of the text that say most; lower case, each once. */
function keywordsOf(given: string, ...texts: string[]): string[] {
  const own = given
    .toLowerCase()
    .replaceAll("’", "'")
    // "4,200" is one word.
    .split(/(?<!\d),|,(?!\d)|[;\n]/u)
    .map((word) => word.replaceAll(/\s+/gu, " ").trim())
    .filter((word) => word !== "");
  const found = texts.flatMap((text) => contentWords(text.toLowerCase().replaceAll("’", "'")));
  const all = own.length >= fewKeywords ? own : [...own, ...found.filter((word) => word.length > 2)];
  return [...new Set(all)].slice(0, mostKeywords);
}

const idCharacters = 40;

/** The id a row came with, or one from its text; none twice. */
function freeId(given: string, text: string, taken: Set<string>): string {
  const slug = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, idCharacters)
    .replaceAll(/^-+|-+$/gu, "");
  const wanted = /^[a-z0-9][a-z0-9-]{0,60}$/u.test(given) ? given : slug || "row";
  let id = wanted;
  for (let more = 2; taken.has(id); more++) id = `${wanted}-${more}`;
  taken.add(id);
  return id;
}
