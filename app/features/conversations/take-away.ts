import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import { coachWords, endedWords, partnerWords, turnCountWords } from "./conversation-words.ts";
import { isHelpTurn } from "./help-card/help-turn.ts";
import { helpWords } from "./help-card/help-words.ts";
import type { LaneReply, LaneStatus, Turn } from "./conversation.ts";
import type { Conversation } from "./queries.server.ts";

/** A conversation as its owner takes it away: their words, the partner's and the coach's; none of what the rules keep hidden. */
export function takeAway(conversation: Conversation, branch: Turn[]) {
  const { id, slug, version, content, difficulty, coachMode, createdAt, end } = conversation;
  const { name, relationship } = content.persona;
  return {
    conversation: id,
    scenario: { slug, title: content.title, version },
    partner: { name, relationship },
    learner: { role: content.learner.role, goal: content.learner.goal },
    difficulty,
    coach: coachMode,
    startedAt: createdAt.toISOString(),
    /** Null while it is open. */
    ended: end && { ending: end.ending, by: end.by, at: end.at.toISOString() },
    turns: branch.map(({ ordinal, learner, partner, coach }) => ({
      turn: ordinal,
      learner,
      partner: { status: partner.status, text: partner.text },
      coach: { status: coach.status, text: coach.text },
    })),
  };
}

export type TakeAway = ReturnType<typeof takeAway>;

/** The same as Markdown. Everybody's words are quoted, so that nothing said can pass for a heading or a link of ours. */
export function asMarkdown(taken: TakeAway): string {
  const { scenario, partner, learner } = taken;
  const called = calledName(partner.name);
  const head = [
    `# ${scenario.title}`,
    [
      `- With: ${partner.name}, ${partner.relationship}`,
      `- You: ${learner.role}`,
      `- A good ending: ${learner.goal}`,
      `- Begun: ${momentOf(taken.startedAt)}`,
      `- Ended: ${taken.ended ? `${momentOf(taken.ended.at)}. ${endedWords(taken.ended, called)}` : "not yet"}`,
      `- Length: ${turnCountWords(taken.turns.at(-1)?.turn ?? 0)}`,
      `- Difficulty: ${difficultyWords(called)[taken.difficulty].title}`,
      `- Coach: ${taken.coach === "off" ? "off" : "a note after each turn"}`,
      `- Scenario: ${scenario.slug}, version ${scenario.version}`,
    ].join("\n"),
    "AI practice, not therapy: the partner and the coach are programs.",
  ];
  const turns = taken.turns.flatMap(({ turn, learner: said, partner: reply, coach }) => [
    turn === 0 ? "## Opening" : `## Turn ${turn}`,
    ...(said === null ? [] : [`**You**\n\n${quoted(said)}`]),
    `**${isHelpTurn({ partner: reply }) ? helpWords.speaker : called}**\n\n${laneWords(reply, partnerWords(called))}`,
    ...(coach.text || coachWords[coach.status] ? [`**Coach**\n\n${laneWords(coach, coachWords)}`] : []),
  ]);
  return `${[...head, ...turns].join("\n\n")}\n`;
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

/** Characters that would be markup are escaped; each line is a quotation. */
function quoted(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
