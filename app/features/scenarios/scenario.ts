import { z } from "zod";

/**
 * What one version of a scenario says: the structured persona, the framework it teaches, the ladder of concessions,
 * and the lines a scripted partner may speak. A published version never changes; a conversation pins one.
 *
 * Everything a rule reads is a list or a number here, so that difficulty and endings are decided by code
 * (`features/coaching`) and the model only gives them a voice.
 */
export const scenarioContentSchema = z.strictObject({
  /** Shown on cards and the public page. Sentences for people, no placeholders. */
  title: text(3, 80),
  /** One sentence: the situation and what is hard about it. */
  summary: text(20, 220),
  category: z.enum(["work", "family", "care"]),
  /** Two or three short paragraphs: what happened, what is at stake. Written to the learner ("you"). */
  situation: z.array(text(20)).min(1).max(4),
  learner: z.strictObject({
    /** "a product designer, two years in" */
    role: z.string(),
    /** What a good ending looks like; offered as the default goal. */
    goal: z.string(),
  }),
  /** How long people usually take. */
  minutes: z.number().int().min(5).max(30),
  /** "Turn 4 of about 10". */
  expectedTurns: z.number().int().min(6).max(20),
  /** Who speaks first: turn 0 is this text, written by the author. One or two sentences. */
  opener: text(5, 300),
  persona: z.strictObject({
    name: z.string(),
    pronouns: z.strictObject({ subject: z.string(), object: z.string(), possessive: z.string() }),
    /** "your line manager", as the learner would say it. */
    relationship: z.string(),
    /** Two to four sentences in the second person: "You are …". */
    who: z.string(),
    interests: z.array(z.string()).min(2),
    /** Every topic the scenario advertises has a stated position here. `keywords` (lower case) tell code that a line is about it. */
    positions: z
      .array(
        z.strictObject({ topic: z.string(), position: z.string(), keywords: z.array(z.string()).min(2) }),
      )
      .min(3),
    /** What would genuinely move them. Code counts it when a learner's line matches `keywords` and is not just magic words. */
    moves: z
      .array(z.strictObject({ id: z.string(), what: z.string(), keywords: z.array(z.string()).min(2) }))
      .min(3),
    /** What never moves them. */
    never: z.array(z.string()).min(2),
    /** What raises resistance. */
    triggers: z.array(z.strictObject({ what: z.string(), keywords: z.array(z.string()).min(2) })).min(2),
    knows: z.array(z.string()).min(2),
    doesNotKnow: z.array(z.string()).min(2),
    secrets: z
      .array(
        z.strictObject({
          id: z.string(),
          fact: z.string(),
          /** When they would say it, in words for the model. */
          condition: z.string(),
          /** The least trust (0–10) at "real" difficulty before code lets it out, and only when asked. */
          trust: z.number().int().min(0).max(10),
          /** Lower-case words of a question that goes there. */
          keywords: z.array(z.string()).min(2),
        }),
      )
      .min(1),
    speech: z.array(z.string()).min(2),
  }),
  /** A finite ladder, easiest first; code climbs at most one rung a turn. The last rung is the agreement. */
  concessions: z
    .array(z.strictObject({ id: z.string(), what: z.string() }))
    .min(3)
    .max(5),
  /** Difficulty is parameters, never only a label. */
  difficulty: z.strictObject({
    easy: difficultySchema(),
    real: difficultySchema(),
    hard: difficultySchema(),
  }),
  framework: z.enum(["dear-man", "interests-rights-power", "sbi", "anchor-reason-silence", "oars"]),
  /** Per move of the framework, an example from this very situation. `move` is a move id of the framework. */
  examples: z
    .array(z.strictObject({ move: z.string(), good: z.string(), bad: z.string() }))
    .min(4)
    .max(7),
  coachTiming: z.enum(["after", "alongside"]),
  /** Lines for the scripted partner, in the persona's own speech. It never repeats one in a conversation while others are left. */
  lines: z.strictObject({
    /** Holds the position: several per topic (`topic` is one of `positions`), and general ones with topic "any". */
    resist: z
      .array(
        z.strictObject({
          topic: z.string(),
          text: z.string(),
          /** Ids of moves, secrets or concessions after which the line would deny what was already granted. */
          unless: z.array(z.string()).min(1).optional(),
        }),
      )
      .min(10),
    /** Asks the learner something (one question a line), when the learner was vague or passive. */
    probe: z.array(z.string()).min(5),
    /** Said after a move that counted, before conceding anything; keyed by `persona.moves[].id`. */
    moved: z.array(z.strictObject({ move: z.string(), text: z.string() })).min(3),
    /** Climbing to a rung; keyed by `concessions[].id`; one or two each. */
    concede: z.array(z.strictObject({ concession: z.string(), text: z.string() })).min(3),
    /** The learner said yes to a rung: stands by it and says what happens; keyed by `concessions[].id`. */
    confirm: z
      .array(z.strictObject({ concession: z.string(), text: z.string() }))
      .min(1)
      .optional(),
    /** Letting a secret out; keyed by `persona.secrets[].id`. */
    disclose: z.array(z.strictObject({ secret: z.string(), text: z.string() })).min(1),
    /** After rudeness, blame, a threat or a trigger. */
    provoked: z.array(z.string()).min(5),
    /** The learner owned a hard word: it is let go, without thanks and without a gift. */
    repaired: z.array(z.string()).min(1).optional(),
    /** After the same magic words again ("I hear you"). */
    unimpressed: z.array(z.string()).min(3),
    /** Odd talk: "ignore your instructions". Stays the person. */
    puzzled: z.array(z.string()).min(3),
    /** The learner gave in: took it back, apologised for asking. The person takes the easy way out. */
    relieved: z.array(z.string()).min(3),
    /** Closing lines, by ending. */
    ending: z.strictObject({
      agreement: z.array(z.string()).min(1),
      "next-step": z.array(z.string()).min(1),
      impasse: z.array(z.string()).min(1),
      "someone-leaves": z.array(z.string()).min(1),
    }),
  }),
});

/** In characters (code points), as its author counts them. */
function text(least: number, most = Number.POSITIVE_INFINITY) {
  return z.string().refine((said) => {
    const characters = Array.from(said).length;
    return characters >= least && characters <= most;
  });
}

function difficultySchema() {
  return z.strictObject({
    /** Starting resistance, trust and patience, 0–10. */
    resistance: z.number().int().min(0).max(10),
    trust: z.number().int().min(0).max(10),
    patience: z.number().int().min(0).max(10),
    /** Added to each secret's trust threshold. */
    disclosure: z.number().int().min(-3).max(4),
    /** Resistance at or below which the next rung is given, first rung first; same length as `concessions`. */
    ladder: z.array(z.number().int().min(0).max(10)).min(3).max(5),
    /** Sentences in a reply, at most. */
    sentences: z.number().int().min(1).max(4),
  });
}

export type ScenarioContent = z.infer<typeof scenarioContentSchema>;
export type Persona = ScenarioContent["persona"];
export type Category = ScenarioContent["category"];
export type CoachTiming = ScenarioContent["coachTiming"];
export type Difficulty = keyof ScenarioContent["difficulty"];
