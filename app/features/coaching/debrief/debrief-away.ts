import { frameworks } from "#app/features/coaching/frameworks.ts";
import type { FrameworkId } from "#app/features/coaching/frameworks.ts";
import type { LaneStatus } from "#app/features/conversations/conversation.ts";
import { helpWords } from "#app/features/conversations/help-card/help-words.ts";
import type { Quoted, Said } from "./debrief.ts";
import {
  debriefStatusWords,
  debriefWords,
  skillWords,
  talkWords,
  thoughtsWords,
} from "./page/debrief-words.ts";
import { readDebrief } from "./read-debrief.ts";
import { rubricOf } from "./rubric.ts";
import type { Thought } from "./thoughts/partner-thoughts.ts";

type Stored = {
  status: LaneStatus;
  text: string;
  questions: { text: string; answer: { text: string }; byUs: boolean }[];
};

type About = { framework: FrameworkId; said: Said[]; pivotal: number | null; thoughts: Thought[] };

/** A debrief as its owner takes it away; `turn` is where its branch ends. */
export function debriefAway(
  { status, text, questions }: Stored,
  { framework, said, pivotal, thoughts }: About,
) {
  const { strengths, moment, changes, plan, skills } = readDebrief(text, { framework, said }).debrief;
  return {
    turn: thoughts.at(-1)?.ordinal ?? 0,
    status,
    strengths: strengths.map(({ quote, ordinal, why }) => ({ quote, turn: ordinal, why })),
    pivotal:
      pivotal === null
        ? null
        : {
            turn: pivotal,
            quote: said.find(({ ordinal }) => ordinal === pivotal)?.text ?? null,
            ...(moment ?? { what: null, instead: null }),
          },
    changes: changes.map(({ quoted, why, instead }) => ({ ...quotedAway(quoted), why, instead })),
    plan,
    skills: rubricOf(framework).map(({ id, name, anchors }) => {
      const skill = skills.find(({ move }) => move === id);
      const level = skill?.level ?? "not-observed";
      return {
        move: name,
        level,
        seen: level === "not-observed" ? null : anchors[level],
        ...quotedAway(skill?.evidence ?? null),
      };
    }),
    framework: frameworks[framework].name,
    partnerThoughts: thoughts.map(({ ordinal, thought, felt }) => ({ turn: ordinal, thought, felt })),
    /** `byUs`: the help card has answered. */
    talk: questions.map(({ text: question, answer, byUs }) => ({ question, answer: answer.text, byUs })),
  };
}

export type DebriefAway = ReturnType<typeof debriefAway>;

function quotedAway(quoted: Quoted | null) {
  return { quote: quoted?.quote ?? null, turn: quoted?.ordinal ?? null };
}

/**
 * How somebody's words are written so that nothing in them is markup: as a quotation, and within a line of ours. Of the
 * help card's words the address is a link.
 */
type Plainly = Record<"quoted" | "quotedHelp" | "inLine", (text: string) => string>;

/** The same as Markdown. `name` is the partner's, as they are called. */
export function debriefMarkdown(
  away: DebriefAway,
  name: string,
  { quoted, quotedHelp, inLine }: Plainly,
): string {
  const called = inLine(name);
  const { strengths, pivotal, changes, plan, skills, partnerThoughts, talk } = away;
  const cited = (quote: string | null, turn: number | null) =>
    quote === null ? [] : [`${debriefWords.turn(turn ?? 0)}:`, quoted(quote)];
  const instead = (words: string | null) => (words ? [`${debriefWords.instead}:`, quoted(words)] : []);
  const status = debriefStatusWords[away.status];
  return [
    `## ${debriefWords.title}`,
    `### ${debriefWords.strengths}`,
    ...(strengths.length === 0 ? [debriefWords.noStrengths] : []),
    ...strengths.flatMap(({ quote, turn, why }) => [...cited(quote, turn), quoted(why)]),
    `### ${debriefWords.moment}`,
    ...(pivotal === null
      ? [debriefWords.noMoment(called)]
      : [
          ...(pivotal.quote === null
            ? [debriefWords.turn(pivotal.turn)]
            : cited(pivotal.quote, pivotal.turn)),
          ...(pivotal.what === null ? [] : [quoted(pivotal.what)]),
          ...instead(pivotal.instead),
        ]),
    ...(changes.length === 0 ? [] : [`### ${debriefWords.changes}`]),
    ...changes.flatMap(({ quote, turn, why, instead: words }) => [
      ...cited(quote, turn),
      quoted(why),
      ...instead(words),
    ]),
    ...(plan === null ? [] : [`### ${debriefWords.plan}`, quoted(plan)]),
    ...(status === null ? [] : [`(${status})`]),
    `### ${skillWords.title(away.framework)}`,
    skills
      .map(
        ({ move, level, seen, quote, turn }) =>
          `- ${move}: ${skillWords.levels[level]}${seen === null ? "" : ` (${seen})`}${quote === null ? "" : `. ${debriefWords.turn(turn ?? 0)}: ${debriefWords.said(inLine(quote))}`}`,
      )
      .join("\n"),
    `### ${thoughtsWords.title(called)}`,
    partnerThoughts
      .map(
        ({ turn, thought, felt }) =>
          `- ${turn === 0 ? thoughtsWords.opening : debriefWords.turn(turn)}: ${inLine(thought)}${felt.length > 0 ? ` (${felt.join(", ")})` : ""}`,
      )
      .join("\n"),
    ...(talk.length === 0 ? [] : [`### ${talkWords.title}`]),
    ...talk.flatMap(({ question, answer, byUs }) => [
      `${talkWords.you}:`,
      quoted(question),
      ...(answer === ""
        ? []
        : byUs
          ? [`${helpWords.speaker}:`, quotedHelp(answer)]
          : [`${talkWords.coach}:`, quoted(answer)]),
    ]),
  ].join("\n\n");
}
