import { cleaned } from "#app/features/coaching/notes/check-note.ts";
import { dropFalseQuotes } from "#app/features/coaching/notes/note-quotes.ts";
import { flatters, speaksAsPartner } from "#app/features/coaching/notes/note-voice.ts";
import { isFinished, sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import { withoutState } from "#app/features/coaching/notes/state-told.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** A talk after the talk, not a lecture. */
const maxSentences = 4;

/**
 * Checks what the coach answers about a debrief, before it is kept: the coach's own voice, at most four sentences up to the
 * last full one, no number of the partner's hidden state, no quotation that the learner never said or set as their red line, and no praise without one.
 */
export function checkAnswer(
  raw: string,
  { path, content, redLine = null }: { path: Turn[]; content: ScenarioContent; redLine?: string | null },
): { ok: true; text: string; salvaged: boolean } | { ok: false; reason: string } {
  const { said } = cleaned(raw);
  if (said === "") return { ok: false, reason: "answer empty" };
  if (speaksAsPartner(said, content)) return { ok: false, reason: "answer partner-voice" };
  const sentences = sentencesOf(said);
  const whole = isFinished(said) ? sentences : sentences.slice(0, -1);
  if (whole.length === 0) return { ok: false, reason: "answer cut-off" };
  const tellable = withoutState(whole, path);
  if (tellable.length === 0) return { ok: false, reason: "answer state-told" };
  const kept = tellable.slice(0, maxSentences);
  const text = dropFalseQuotes(kept.join(" "), path, { also: redLine === null ? [] : [redLine] });
  if (flatters(text)) return { ok: false, reason: "answer flattery" };
  return {
    ok: true,
    text,
    salvaged: kept.length < sentences.length,
  };
}
