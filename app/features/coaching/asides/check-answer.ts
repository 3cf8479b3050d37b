import { type CheckedNote, cleaned } from "#app/features/coaching/notes/check-note.ts";
import { dropFalseQuotes } from "#app/features/coaching/notes/note-quotes.ts";
import {
  copiesPartner,
  flatters,
  givesLine,
  speaksAsPartner,
} from "#app/features/coaching/notes/note-voice.ts";
import { isFinished, sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import { tellsState } from "#app/features/coaching/notes/state-told.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

const maxSentences = 4;
/** About 60 are asked for. */
const maxWords = 90;

/**
 * Checks what the coach answered to a question, as `checkNote` does a note: no label, a little longer, and it may quote
 * what the partner said, for that is often what was asked about. `path` is the branch, the question as its last words.
 */
export function checkAnswer(
  raw: string,
  { path, content }: { path: Turn[]; content: ScenarioContent },
): CheckedNote {
  const { said, mends } = cleaned(raw);
  if (said === "") return { ok: false, reason: "empty" };
  if (speaksAsPartner(said, content)) return { ok: false, reason: "partner-voice" };
  const quoted = dropFalseQuotes(said, path, { partner: true });
  if (copiesPartner(withoutMarks(quoted), path)) return { ok: false, reason: "partner-copy" };
  // The whole line is for the last hint alone, whoever asks for it here.
  if (givesLine(said, path, content)) return { ok: false, reason: "gives-line" };
  const sentences = sentencesOf(quoted);
  const whole = isFinished(quoted) ? sentences : sentences.slice(0, -1);
  if (whole.length === 0) return { ok: false, reason: "cut-off" };
  const tellable = whole.filter((sentence) => !tellsState(sentence));
  if (tellable.length === 0) return { ok: false, reason: "state-told" };
  const text = fitting(tellable);
  if (text === null) return { ok: false, reason: "too-long" };
  if (flatters(text)) return { ok: false, reason: "flattery" };
  const mended = [...mends, ...(quoted === said ? [] : ["false-quotation" as const])];
  return {
    ok: true,
    text,
    salvaged: text !== sentences.join(" "),
    ...(mended.length > 0 && { mended }),
  };
}

/** A quotation that is marked as one is no copy. */
function withoutMarks(text: string): string {
  return text.replaceAll(/“[^“”]*”|"[^"]*"/gu, " … ");
}

function fitting(sentences: string[]): string | null {
  for (let count = Math.min(maxSentences, sentences.length); count > 0; count -= 1) {
    const text = sentences.slice(0, count).join(" ");
    if (text.split(" ").length <= maxWords) return text;
  }
  return null;
}
