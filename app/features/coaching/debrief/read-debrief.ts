// The small build of zod: this file is part of the page's JavaScript.
import * as z from "zod/mini";
import type { FrameworkId } from "#app/features/coaching/frameworks.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { quotationsIn } from "#app/features/coaching/notes/note-quotes.ts";
import { isFinished, sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import { type Debrief, mostChanges, mostStrengths, type Said, type Skill } from "./debrief.ts";
import { type Block, blocksOf, levelIn } from "./debrief-text.ts";
import { findVerbatim } from "./verbatim.ts";

/** Each piece is at most this much; a debrief nobody reads to its end changes nothing. */
const maxSentences = { why: 2, what: 2, instead: 4, plan: 2 };
const maxCharacters = 420;

const prose = z.string().check(z.minLength(8), z.maxLength(maxCharacters));
const strengthSchema = z.object({ quote: z.string(), why: prose });
const momentSchema = z.object({ what: prose, instead: z.optional(z.string()) });
const changeSchema = z.object({ quote: z.optional(z.string()), why: prose, instead: prose });
const planSchema = z.object({ plan: prose.check(z.regex(/^if\b.+\bthen\b.+/isu)) });
const skillSchema = z.object({ move: z.string(), level: z.string(), quote: z.optional(z.string()) });

type About = {
  framework: FrameworkId;
  /** What the learner said on this branch. */
  said: Said[];
  /** It is still being written, so that its last words may stand as they are. */
  open?: boolean;
};

export type ReadDebrief = {
  debrief: Debrief;
  /** Quotations the learner never said; left out. */
  dropped: number;
};

/**
 * What can be shown of a debrief as it was written: every block is checked against its schema and every quotation word for
 * word against the transcript. A strength without its quotation is none, a move without one was not observed, and
 * what is cut off or malformed is left out.
 */
export function readDebrief(text: string, { framework, said, open = false }: About): ReadDebrief {
  const blocks = blocksOf(text);
  const debrief: Debrief = { strengths: [], moment: null, changes: [], plan: null, skills: [] };
  let dropped = 0;
  const quoted = (quote: string | undefined) => {
    if (quote === undefined || quote === "" || /^(?:none|-)$/iu.test(quote)) return null;
    const found = findVerbatim(quote, said);
    if (found === null) dropped += 1;
    return found;
  };
  const seen = new Set<string>();

  for (const [at, block] of blocks.entries()) {
    const growing = open && at === blocks.length - 1;
    const fields = growing ? block.fields : finished(block);
    switch (block.kind) {
      case "strength": {
        const { data } = strengthSchema.safeParse(fields);
        const found = data && quoted(data.quote);
        if (data && found && debrief.strengths.length < mostStrengths)
          debrief.strengths.push({ ...found, why: marked(data.why) });
        break;
      }
      case "moment": {
        const { data } = momentSchema.safeParse(fields);
        if (data) debrief.moment ??= { what: marked(data.what), instead: data.instead || null };
        break;
      }
      case "change": {
        const { data } = changeSchema.safeParse(fields);
        if (data && debrief.changes.length < mostChanges)
          debrief.changes.push({
            quoted: quoted(data.quote),
            why: marked(data.why),
            instead: data.instead,
          });
        break;
      }
      case "plan": {
        const { data } = planSchema.safeParse(fields);
        if (data) debrief.plan ??= data.plan;
        break;
      }
      case "skill": {
        const { data } = skillSchema.safeParse(fields);
        const skill = data && !growing ? skillOf(data, framework, quoted) : null;
        if (skill && !seen.has(skill.move)) debrief.skills.push(skill);
        if (skill) seen.add(skill.move);
        break;
      }
    }
  }
  return { debrief, dropped };

  /** A quotation inside a sentence that nobody said loses its marks. */
  function marked(words: string): string {
    return quotationsIn(words).reduce((kept, inside) => {
      if (findVerbatim(inside, said)) return kept;
      dropped += 1;
      return kept.replaceAll(`“${inside}”`, inside).replaceAll(`"${inside}"`, inside);
    }, words);
  }
}

function skillOf(
  { move, level, quote }: z.infer<typeof skillSchema>,
  framework: FrameworkId,
  quoted: (quote: string | undefined) => Skill["evidence"],
): Skill | null {
  const known = frameworks[framework].moves.find(({ name }) => name.toLowerCase() === move.toLowerCase());
  const read = levelIn(level);
  if (!known || read === null) return null;
  const evidence = read === "not-observed" ? null : quoted(quote);
  return { move: known.id, level: evidence === null ? "not-observed" : read, evidence };
}

/** Every piece up to its last full sentence, and no longer than a few of them. */
function finished({ fields }: Block): Block["fields"] {
  const whole = { ...fields };
  for (const name of ["why", "what", "instead", "plan"] as const) {
    const words = fields[name];
    if (words === undefined) continue;
    const sentences = sentencesOf(words);
    const kept = isFinished(words) ? sentences : sentences.slice(0, -1);
    whole[name] = kept.slice(0, maxSentences[name]).join(" ");
  }
  return whole;
}
