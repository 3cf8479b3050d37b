import { difficulties } from "#app/features/scenarios/forms.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { LintFault } from "#app/features/scenarios/writing/faults.ts";
import { paragraphs } from "#app/features/scenarios/writing/written-scenario.ts";
import { coachSystem } from "#app/features/coaching/prompts/coach-system.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { partnerSystem } from "#app/features/coaching/prompts/partner-system.ts";
import { lintSpeech } from "./lint-speech.ts";
import { schemaFaults } from "./schema-faults.ts";
import { sameness } from "./topics.ts";

/**
 * What is wrong with a scenario, of the catalogue, of an administrator or of a learner's own; nothing: it can be
 * practised. Every topic has a position, everything that speaks of a move, a secret, a topic or a step speaks of one that
 * is there, keywords can be found, the difficulties differ, and the prompts stay within their budget.
 * Source: product.md, rules 2, 4 and 5 for the partner.
 */
export function lintScenario(content: ScenarioContent): LintFault[] {
  const faults = [
    ...paragraphFaults(content),
    ...positionFaults(content),
    ...keywordFaults(content),
    ...referenceFaults(content),
    ...exampleFaults(content),
    ...difficultyFaults(content),
    ...lintSpeech(content),
    ...promptFaults(content),
  ];
  // Whatever else the schema asks for, in case none of the above has found it.
  return faults.length === 0 ? schemaFaults(content) : faults;
}

function paragraphFaults({ situation }: ScenarioContent): LintFault[] {
  const short = situation.filter((paragraph) => Array.from(paragraph).length < paragraphs.characters);
  const faults: LintFault[] = short.map((about) => ({
    field: "situation",
    reason: "paragraph-too-short",
    about,
  }));
  return situation.length > paragraphs.most
    ? [...faults, { field: "situation", reason: "too-many-paragraphs", about: "" }]
    : faults;
}

function positionFaults({ persona: { positions } }: ScenarioContent): LintFault[] {
  const topics = positions.map(({ topic }) => sameness(topic));
  return positions.flatMap(({ topic, position }, at): LintFault[] => {
    const fault = (reason: LintFault["reason"], about = topic) => [
      { field: "positions" as const, reason, about },
    ];
    if (position.trim() === "") return fault("topic-without-position");
    if (topic.trim() === "") return fault("position-without-topic", position);
    return topics.indexOf(sameness(topic)) < at ? fault("twice") : [];
  });
}

const fewKeywords = 2;

function keywordFaults({ persona }: ScenarioContent): LintFault[] {
  const lists: (Pick<LintFault, "field" | "about"> & { keywords: string[] })[] = [
    ...persona.positions.map(
      ({ topic: about, keywords }) => ({ field: "positions", about, keywords }) as const,
    ),
    ...persona.moves.map(({ what: about, keywords }) => ({ field: "moves", about, keywords }) as const),
    ...persona.triggers.map(({ what: about, keywords }) => ({ field: "triggers", about, keywords }) as const),
    ...persona.secrets.map(({ fact: about, keywords }) => ({ field: "secrets", about, keywords }) as const),
  ];
  return lists
    .filter(({ keywords }) => {
      const clean = keywords.every((keyword) => keyword !== "" && keyword === keyword.trim().toLowerCase());
      return !clean || keywords.length < fewKeywords || new Set(keywords).size < keywords.length;
    })
    .map(({ field, about }) => ({ field, reason: "keywords", about }));
}

function referenceFaults({ persona, concessions, lines }: ScenarioContent): LintFault[] {
  const pairs = [
    { field: "moves", there: persona.moves.map(({ id }) => id), said: lines.moved.map(({ move }) => move) },
    {
      field: "secrets",
      there: persona.secrets.map(({ id }) => id),
      said: lines.disclose.map(({ secret }) => secret),
    },
    {
      field: "concessions",
      there: concessions.map(({ id }) => id),
      said: lines.concede.map(({ concession }) => concession),
    },
    {
      field: "positions",
      there: ["any", ...persona.positions.map(({ topic }) => topic)],
      said: lines.resist.map(({ topic }) => topic),
    },
  ] as const;
  return pairs.flatMap(({ field, there, said }): LintFault[] => {
    const [known, spoken] = [new Set<string>(there), new Set<string>(said)];
    const astray = [...spoken].filter((id) => !known.has(id));
    const silent = [...known].filter((id) => !spoken.has(id));
    const twice = there.length > known.size ? [{ field, reason: "twice" as const, about: "" }] : [];
    return [
      ...twice,
      ...[...astray, ...silent].map((about) => ({ field, reason: "names-nothing" as const, about })),
    ];
  });
}

function exampleFaults({ framework, examples }: ScenarioContent): LintFault[] {
  const moves = frameworks[framework].moves.map(({ id }) => id);
  const shown = examples.map(({ move }) => move);
  return examples.flatMap(({ move, good, bad }, at): LintFault[] => {
    const fault = (reason: LintFault["reason"]) => [{ field: "examples" as const, reason, about: move }];
    if (!moves.includes(move)) return fault("names-nothing");
    return shown.indexOf(move) < at || good === bad ? fault("twice") : [];
  });
}

function difficultyFaults({ difficulty, concessions }: ScenarioContent): LintFault[] {
  const { easy, real, hard } = difficulty;
  const climbs = difficulties.every((name) => {
    const { ladder, resistance } = difficulty[name];
    const falls = ladder.every((rung, at) => at === 0 || rung <= (ladder[at - 1] ?? 0));
    return ladder.length === concessions.length && falls && (ladder[0] ?? 10) < resistance;
  });
  const harder =
    fallsNeeded(easy) < fallsNeeded(real) &&
    fallsNeeded(real) < fallsNeeded(hard) &&
    hard.patience < real.patience &&
    real.patience < easy.patience &&
    easy.disclosure < hard.disclosure;
  return climbs && harder ? [] : [{ field: "difficulty", reason: "names-nothing", about: "" }];
}

/** How many points of resistance stand between the opener and the agreement. */
function fallsNeeded({ resistance, ladder }: { resistance: number; ladder: number[] }): number {
  return resistance - (ladder.at(-1) ?? 0);
}

/**
 * English runs at about four bytes a token. At most so many tokens of a prompt are frozen, so that a first turn stays
 * under a tenth of a short conversation's budget (25,000).
 */
const bytesPerToken = 4;
const mostSystemTokens = { partner: 1_800, coach: 2_200 };

function promptFaults(content: ScenarioContent): LintFault[] {
  const tooLong = difficulties.some((difficulty) => {
    const partner = Buffer.byteLength(partnerSystem(content, difficulty)) / bytesPerToken;
    const coach = Buffer.byteLength(coachSystem(content, difficulty, content.coachTiming)) / bytesPerToken;
    return partner >= mostSystemTokens.partner || coach >= mostSystemTokens.coach;
  });
  return tooLong ? [{ field: "who", reason: "whole-too-long", about: "" }] : [];
}
