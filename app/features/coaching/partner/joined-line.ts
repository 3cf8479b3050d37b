import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { movedLines } from "#app/features/coaching/reading/said-before.ts";
import { sentencesOf } from "#app/features/coaching/reading/sentences.ts";

/** Nobody says more than this in one breath. */
const maxSentences = 4;
/** A sentence of fewer words ("Huh.") is a sound, not an answer. */
const minAnswerWords = 4;

/**
 * A step given for a move, or a hard word let go beside one, sounds right when the move is answered first, as long as the
 * reply stays short. Null when the beat is no such thing, or nothing new is left to answer with.
 */
export function joinedLine(
  content: ScenarioContent,
  path: Turn[],
  sentences: number,
  isNew: (line: string) => boolean,
): string | null {
  const { lines } = content;
  const turn = path.at(-1);
  if (!turn) return null;
  const { state, moves } = turn;
  const answer = movedLines(content, path, moves?.earned ?? []).find(isNew);
  if (answer === undefined) return null;
  if (state.beat.does === "let-it-pass") {
    const letGo = lines.repaired?.find(isNew);
    return letGo === undefined
      ? null
      : shortest([`${letGo} ${answer}`, `${letGo} ${substanceOf(answer)}`], sentences);
  }
  const step = stepLine(content, state.beat, isNew);
  if (step === null) return null;
  return shortest(
    [
      `${answer} ${step}`,
      `${substanceOf(answer)} ${step}`,
      `${substanceOf(answer)} ${withoutSounds(step)}`,
      `${sentencesOf(answer)[0] ?? ""} ${step}`,
    ],
    sentences,
  );
}

function stepLine(
  { lines }: ScenarioContent,
  beat: Turn["state"]["beat"],
  isNew: (line: string) => boolean,
): string | null {
  if (beat.does === "concede")
    return (
      lines.concede.find(({ concession, text }) => concession === beat.concession && isNew(text))?.text ??
      null
    );
  if (beat.does === "disclose")
    return lines.disclose.find(({ secret, text }) => secret === beat.secret && isNew(text))?.text ?? null;
  return null;
}

/** The first that keeps to the length of this difficulty, else to what anybody says in one breath. */
function shortest(candidates: string[], sentences: number): string | null {
  const fits = (most: number) =>
    candidates.find((text) => sentencesOf(text).length <= most && text.split("?").length <= 2);
  return fits(Math.min(maxSentences, sentences + 1)) ?? fits(maxSentences) ?? null;
}

/** The sentence that answers, without the sounds before it and the remarks after. */
function substanceOf(text: string): string {
  return sentencesOf(text).find((sentence) => sentence.split(" ").length >= minAnswerWords) ?? text;
}

function withoutSounds(text: string): string {
  const all = sentencesOf(text);
  const from = all.findIndex((sentence) => sentence.split(" ").length >= minAnswerWords);
  return all.slice(Math.max(0, from)).join(" ");
}

/** A colder day: the line up to its first real sentence. */
export function curt(text: string): string {
  const all = sentencesOf(text);
  const end = all.findIndex((sentence) => sentence.split(" ").length >= minAnswerWords);
  return all.slice(0, end === -1 ? all.length : end + 1).join(" ");
}
