import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { pronounChoices, type WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";

/** A version as its form shows it; composed again with that version as base, the same content comes out. */
export function writtenFrom(content: ScenarioContent): WrittenScenario {
  const { persona } = content;
  return {
    title: content.title,
    summary: content.summary,
    category: content.category,
    situation: content.situation.join("\n\n"),
    role: content.learner.role,
    goal: content.learner.goal,
    opener: content.opener,
    name: persona.name,
    pronouns: pronounChoices.find((one) => one === persona.pronouns.subject) ?? "they",
    relationship: persona.relationship,
    who: persona.who,
    interests: persona.interests,
    positions: persona.positions.map(({ topic, position, keywords }) => ({
      was: topic,
      topic,
      position,
      words: keywords.join(", "),
    })),
    moves: persona.moves.map(({ id, what, keywords }) => ({ id, what, words: keywords.join(", ") })),
    never: persona.never,
    triggers: persona.triggers.map(({ what, keywords }) => ({ what, words: keywords.join(", ") })),
    knows: persona.knows,
    doesNotKnow: persona.doesNotKnow,
    secrets: persona.secrets.map(({ id, fact, condition, keywords }) => ({
      id,
      fact,
      condition,
      words: keywords.join(", "),
    })),
    speech: persona.speech,
    concessions: content.concessions.map(({ id, what }) => ({ id, what })),
    framework: content.framework,
    minutes: String(content.minutes),
    expectedTurns: String(content.expectedTurns),
    coachTiming: content.coachTiming,
  };
}
