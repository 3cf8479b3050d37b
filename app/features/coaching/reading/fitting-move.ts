import type { LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import type { FrameworkMove } from "#app/features/coaching/frameworks.ts";
import { movesInSentence } from "./moves-in-sentence.ts";
import { phraseAround } from "./phrase.ts";
import { readActs } from "./read-acts.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * The framework's move that the quoted phrase of this turn shows, or null when it is none of them (owning one's part
 * is good everywhere and belongs to no framework but stands beside all).
 */
export function fittingMove(content: ScenarioContent, turn: Turn): FrameworkMove | null {
  const phrase = turn.moves?.phrase ?? "";
  const sentence = sentencesOf(turn.learner ?? "").find((part) => part.includes(phrase)) ?? phrase;
  const [id] = movesIn(content, turn, sentence);
  return frameworks[content.framework].moves.find((move) => move.id === id) ?? null;
}

/** A move with the words that show it. */
export type ShownMove = { id: string; phrase: string };

/** More of a message is a speech, and nobody is asked to weigh all of it. */
const sentencesRead = 40;

/**
 * All moves that the turns of a path show, whatever sentence they stand in, by turn. Who says no once more, later on,
 * has stayed with the point, whatever words they find for it.
 */
export function movesShown(content: ScenarioContent, path: Turn[]): ShownMove[][] {
  let refused = false;
  return path.map((turn) => {
    const shown = sentencesOf(turn.learner ?? "")
      .slice(0, sentencesRead)
      .flatMap((sentence) => {
        const phrase = phraseAround(sentence, 0);
        return movesIn(content, turn, sentence).map((id) => ({ id, phrase }));
      });
    const no = shown.find(({ id }) => id === "assert");
    const again = no && refused && content.framework === "dear-man" ? [{ ...no, id: "stay-mindful" }] : [];
    refused ||= no !== undefined;
    return [...shown, ...again];
  });
}

function movesIn(content: ScenarioContent, turn: Turn, sentence: string): string[] {
  const { acts, line } = actsOf(content, sentence);
  const whole = plain(turn.learner ?? sentence);
  return movesInSentence(content.framework, { acts, line, whole, ordinal: turn.ordinal });
}

/** What the sentence around the quoted phrase does, by itself: a label has to fit the words it stands beside. */
export function quotedActs(content: ScenarioContent, turn: Turn): { acts: LearnerAct[]; line: string } {
  const phrase = turn.moves?.phrase ?? "";
  const sentence = sentencesOf(turn.learner ?? "").find((part) => part.includes(phrase)) ?? phrase;
  return actsOf(content, sentence);
}

function actsOf(content: ScenarioContent, sentence: string): { acts: LearnerAct[]; line: string } {
  const line = plain(sentence);
  const acts = readActs({ content, before: [], text: sentence, line, triggeredAt: null }).map(
    ({ act }) => act,
  );
  // "Would you …?" asks for something, not about something.
  return { acts: isRequest(line) ? acts.map((act) => (act === "ask" ? "state-need" : act)) : acts, line };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}

function isRequest(line: string): boolean {
  return (
    /\b(?:would|could|can|will) (?:you|we)\b(?! (?:like|want|prefer|rather|have liked|miss))/.test(line) &&
    !/\b(?:what|how|why|when|where|which|who)\b/.test(line)
  );
}

/** Framework moves not shown yet on this branch, in the framework's order. */
export function unusedMoves(content: ScenarioContent, path: Turn[]): FrameworkMove[] {
  const used = new Set(movesShown(content, path.slice(1)).flatMap((shown) => shown.map(({ id }) => id)));
  return frameworks[content.framework].moves.filter(({ id }) => !used.has(id));
}
