import { feelingsWords, setWords } from "#app/features/scenarios/before-start/before-words.ts";
import { goalWord } from "#app/features/scenarios/briefing-words.ts";
import { modeInShort } from "#app/features/scenarios/coach-mode-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import { type Aside, isHelpAside } from "./asides/aside.ts";
import { answerStates, asideTitles, assistedWords } from "./asides/aside-words.ts";
import { branchThrough, otherBranches } from "./branches/branch-tree.server.ts";
import { branchName } from "./branches/branch-words.ts";
import { coachWords, endedWords, partnerWords, turnCountWords } from "./conversation-words.ts";
import { isHelpTurn } from "./help-card/help-turn.ts";
import { findAHelpline } from "./help-card/help-resources.ts";
import { helpWords } from "./help-card/help-words.ts";
import type { LaneReply, LaneStatus } from "./conversation.ts";
import type { Conversation } from "./queries.server.ts";
import { branchTo, type TurnNode, type TurnTree } from "./turn-tree.server.ts";

/**
 * A conversation as its owner takes it away: their words, the partner's and the coach's, on the branch in view and then on
 * every other one; none of what the rules keep hidden.
 */
export function takeAway(conversation: Conversation, tree: TurnTree, asides: Aside[] = []) {
  const branch = branchTo(tree, conversation.headTurnId);
  const others = otherBranches(tree, conversation.headTurnId);
  const { parting } = branchThrough(tree, conversation.headTurnId);
  const { id, slug, version, content, difficulty, coachMode, createdAt, end, goal, before, after } =
    conversation;
  const { name, relationship } = content.persona;
  return {
    conversation: id,
    scenario: { slug, title: content.title, version },
    partner: { name, relationship },
    learner: { role: content.learner.role, goal },
    before,
    /** The learner's own view of it, afterwards. */
    after,
    difficulty,
    coach: coachMode,
    startedAt: createdAt.toISOString(),
    /** Null while it is open. */
    ended: takenEnd(end),
    /** Where the branch in view parted from another one last; null where it is the only one. */
    branch: others.length > 0 && parting ? branchName(parting) : null,
    turns: branch.map((node) => takenTurn(node, asides)),
    otherBranches: others.map((other) => ({
      branch: branchName(other.parting),
      ended: takenEnd(other.path.at(-1)?.end ?? null),
      turns: other.path.map((node) => takenTurn(node, asides)),
    })),
  };
}

function takenEnd(end: Conversation["end"]) {
  return end && { ending: end.ending, by: end.by, at: end.at.toISOString() };
}

function takenTurn({ turn }: TurnNode, asides: Aside[]) {
  const { ordinal, learner, partner, coach, coachMode, assisted } = turn;
  return {
    turn: ordinal,
    learner,
    /** What the coach had looked at or hinted at before it was sent; null: nothing. */
    assisted: assisted ?? null,
    coachMode: coachMode ?? null,
    partner: { status: partner.status, text: partner.text },
    coach: { status: coach.status, text: coach.text },
    /** What was between the learner and the coach after this turn. */
    asides: asides
      .filter(({ turnId }) => turnId === turn.id)
      .map(({ kind, text, reply: { status, text: said } }) => ({
        kind,
        text,
        coach: { status, text: said },
      })),
  };
}

export type TakeAway = ReturnType<typeof takeAway>;

/**
 * The same as Markdown. Everybody's words are quoted, so that nothing said can pass for a heading or a link of ours; and
 * so is what a scenario calls people and things: anybody may have written one.
 */
export function asMarkdown(away: TakeAway): string {
  const { scenario, partner, learner } = away;
  const called = inLine(calledName(partner.name));
  const head = [
    `# ${inLine(scenario.title)}`,
    [
      `- With: ${inLine(partner.name)}, ${inLine(partner.relationship)}`,
      `- You: ${inLine(learner.role)}`,
      away.before.goal === null
        ? `- ${goalWord}: ${inLine(learner.goal)}`
        : `- ${setWords.goal}: ${inLine(away.before.goal)}`,
      ...(away.before.redLine === null ? [] : [`- ${setWords.redLine}: ${inLine(away.before.redLine)}`]),
      ...[
        { when: "Before you began", felt: feelingsWords(away.before) },
        { when: "Afterwards", felt: feelingsWords(away.after) },
      ].flatMap(({ when, felt }) => (felt === null ? [] : [`- ${when}: ${felt}`])),
      `- Begun: ${momentOf(away.startedAt)}`,
      `- Ended: ${endOf(away.ended, called)}`,
      `- Length: ${turnCountWords(away.turns.at(-1)?.turn ?? 0)}`,
      ...(away.branch === null ? [] : [`- Branch: ${escaped(away.branch)}`]),
      `- Difficulty: ${difficultyWords(called)[away.difficulty].title}`,
      `- Coach: ${modeInShort[away.coach]}`,
      `- Scenario: ${scenario.slug}, version ${scenario.version}`,
    ].join("\n"),
    "AI practice, not therapy: the partner and the coach are programs.",
  ];
  const own = away.after.view === null ? [] : ["## How you saw it", quoted(away.after.view)];
  const turns = away.turns.flatMap((turn) => turnWords(turn, called, "##"));
  const others = away.otherBranches.flatMap(({ branch, ended, turns: theirs }) => [
    `## Another branch, ${escaped(branch)}`,
    `- Ended: ${endOf(ended, called)}`,
    ...theirs.flatMap((turn) => turnWords(turn, called, "###")),
  ]);
  return `${[...head, ...own, ...turns, ...others].join("\n\n")}\n`;
}

function turnWords(
  { turn, learner, assisted, partner, coach, asides }: TakeAway["turns"][number],
  called: string,
  mark: "##" | "###",
): string[] {
  const byUs = isHelpTurn({ partner });
  return [
    turn === 0 ? `${mark} Opening` : `${mark} Turn ${turn}`,
    ...(learner === null ? [] : [`**You**\n\n${quoted(learner)}`]),
    ...(assisted === null ? [] : [`(${assistedWords(assisted)})`]),
    `**${byUs ? helpWords.speaker : called}**\n\n${byUs ? quotedHelp(partner.text) : laneWords(partner, partnerWords(called))}`,
    ...(coach.text || coachWords[coach.status] ? [`**Coach**\n\n${laneWords(coach, coachWords)}`] : []),
    ...asides.flatMap(({ kind, text, coach: said }) => [
      `**${asideTitles[kind]}**${text === "" ? "" : `\n\n${quoted(text)}`}`,
      isHelpAside({ kind, reply: said })
        ? `**${helpWords.speaker}**\n\n${quotedHelp(said.text)}`
        : `**Coach, in private**\n\n${laneWords(said, answerStates)}`,
    ]),
  ];
}

function endOf(ended: TakeAway["ended"], called: string): string {
  return ended ? `${momentOf(ended.at)}. ${endedWords(ended, called)}` : "not yet";
}

/** What was said, and why there is no more of it where a lane did not simply come to its end. */
function laneWords({ text, status }: Pick<LaneReply, "text" | "status">, words: LaneWords): string {
  const why = words[status] ?? (text ? null : "Said nothing.");
  return [...(text ? [quoted(text)] : []), ...(why ? [`(${why})`] : [])].join("\n\n");
}

type LaneWords = Record<LaneStatus, string | null>;

/** "2026-11-23 10:05 UTC" */
function momentOf(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

/** Each line is a quotation, in which nothing is markup. */
export function quoted(text: string): string {
  return text
    .split(lineEnds)
    .map((line) => `> ${escaped(line.trim())}`.trimEnd())
    .join("\n");
}

/** The help card's own words: in them alone an address leads somewhere. */
export function quotedHelp(text: string): string {
  const { site } = findAHelpline;
  return quoted(text).replaceAll(escaped(site), `<${site}>`);
}

/** Whatever some reader of Markdown takes for the end of a line. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** What somebody typed may have lines; a heading or a list's entry has one. */
export function inLine(text: string): string {
  return escaped(text.replaceAll(/\s+/gu, " "));
}

/**
 * One line of words, in which nothing is markup (CommonMark 0.31, 2.4): what could be anywhere, what is only at the start
 * of a line (lists, rules, what makes a heading of the line before), and what makes a link of a bare address (GFM, 6.9).
 */
function escaped(line: string): string {
  return line
    .replaceAll(/[\\`*_{}[\]<>#|~&$]/g, "\\$&")
    .replace(/^[-+=:]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replaceAll(/:(?=\/\/)|@|(?<=\b(?:mailto|xmpp)):|(?<=\bwww)\./gi, "\\$&");
}
