import { endingWords, coachWords, partnerWords } from "./conversation-words.ts";
import type { Turn } from "./conversation.ts";
import type { Conversation } from "./queries.server.ts";

/** A conversation as its owner takes it away: their words, the partner's and the coach's; none of what the rules keep hidden. */
export function takeAway(conversation: Conversation, branch: Turn[]) {
  const { id, content, difficulty, createdAt, end } = conversation;
  return {
    conversation: id,
    scenario: content.title,
    partner: content.persona.name,
    difficulty,
    startedAt: createdAt.toISOString(),
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
  const day = taken.startedAt.slice(0, 10);
  const head = [
    `# ${taken.scenario}`,
    `Practised with ${taken.partner} on ${day}, difficulty: ${taken.difficulty}. AI practice, not therapy: the partner and the coach are programs.`,
    taken.ended ? endingWords[taken.ended.ending].told : "Not ended yet.",
  ];
  const turns = taken.turns.flatMap(({ turn, learner, partner, coach }) => [
    turn === 0 ? "## Opening" : `## Turn ${turn}`,
    ...(learner === null ? [] : [`**You**\n\n${quoted(learner)}`]),
    `**${taken.partner}**\n\n${quoted(partner.text || `(${partnerWords(taken.partner)[partner.status] ?? "said nothing"})`)}`,
    ...(coach.text ? [`**Coach**\n\n${quoted(coach.text)}`] : []),
    ...(!coach.text && coachWords[coach.status]
      ? [`**Coach**\n\n${quoted(`(${coachWords[coach.status]})`)}`]
      : []),
  ]);
  return `${[...head, ...turns].join("\n\n")}\n`;
}

/** Characters that would be markup are escaped; each line is a quotation. */
function quoted(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
