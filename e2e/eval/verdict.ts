import type { Model, ModelRequest } from "#app/ai/model.ts";
import { isRude } from "#app/features/coaching/reading/how-it-lands.ts";
import { readLearnerMoves } from "#app/features/coaching/reading/read-learner-moves.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { answer } from "./play.ts";

export type Side = "A" | "B";

/** What a judge makes of a transcript: how the asking side did, from 1 (hurtful or empty) to 4 (clear, fair, heard the other), and who was the harsher. */
export type Verdict = { level: number; harsher: Side } | null;

/**
 * Asks the coach's model for a verdict on a transcript of A and B, of whom `me` is the one who asks. Null when the answer
 * is not one. The scripted voice answers by the rules alone, which do not know who asks about the harsher one.
 */
export async function verdictOn(
  model: Model,
  { content, path }: { content: ScenarioContent; path: Turn[] },
  me: Side,
): Promise<Verdict> {
  const lines = path.flatMap(({ learner, partner }) => [
    ...(learner === null ? [] : [{ side: "A" as const, text: learner }]),
    { side: "B" as const, text: partner.text },
  ]);
  const transcript = lines.map(({ side, text }) => `${side}: ${text}`).join("\n");
  const request: ModelRequest = {
    lane: "coach",
    system: judgeSystem,
    messages: [{ role: "user", blocks: [`I am ${me}.\n\n${transcript.replaceAll("<", "&lt;")}`] }],
    tail: "Answer now: the level of the one who asks, then who was harsher. Nothing else.",
    maxTokens: 20,
    cue: { lines: [byRules(content, lines, me)] },
  };
  const match = /\b([1-4])\b[^AB]*\b([AB])\b/u.exec(await answer(model, request));
  if (!match) return null;
  return { level: Number(match[1]), harsher: match[2] === "A" ? "A" : "B" };
}

const judgeSystem = [
  "You judge how one person in a hard conversation did. You are no flatterer: whoever asks is judged as strictly as the other, and by what was said, not by who is right.",
  "Levels: 1 insults, threatens, blames, or takes everything back. 2 is vague or one-sided. 3 is clear and civil, with gaps. 4 is clear and fair, and hears the other.",
  'Answer with the level of the one who asks and the letter of the one who was harsher, like this: "2 B".',
].join("\n");

/** Rude lines weigh most; who says little of substance is no better than the second level. */
function byRules(content: ScenarioContent, lines: { side: Side; text: string }[], me: Side): string {
  const read = (side: Side) =>
    lines
      .filter((line) => line.side === side)
      .map(({ text }) => readLearnerMoves({ content, before: [], text }));
  const rudeShare = (side: Side) => read(side).filter(isRude).length / Math.max(1, read(side).length);
  const harsher: Side = rudeShare("A") >= rudeShare("B") ? "A" : "B";
  const moves = read(me);
  const earned = moves.filter((move) => move.earned.length > 0).length / Math.max(1, moves.length);
  const level = rudeShare(me) > 0.25 ? 1 : earned < 0.2 ? 2 : earned < 0.5 ? 3 : 4;
  return `${level} ${harsher}`;
}
