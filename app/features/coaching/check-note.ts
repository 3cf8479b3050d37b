import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { isFreeLabel, noteLabel } from "./note-label.ts";
import { dropFalseQuotes } from "./note-quotes.ts";
import { copiesPartner, speaksAsPartner } from "./note-voice.ts";
import { isFinished, sentencesOf } from "./sentences.ts";

export { noteLabel } from "./note-label.ts";

const maxSentences = 2;
/** About 40 are asked for; beyond this it is no longer one point. */
const maxWords = 60;

export type NoteFault =
  | "empty"
  | "cut-off"
  | "too-long"
  | "partner-voice"
  | "partner-copy"
  | "label-repeated";
export type CheckedNote = { ok: true; text: string; salvaged: boolean } | { ok: false; reason: NoteFault };

/**
 * Checks what the coach wrote before a learner keeps it, and mends what can be mended: a note that is too long or cut off
 * keeps its full sentences, a quotation the learner never said loses its marks. `path` runs to the turn the note is
 * about. `salvaged` is true when words were lost. A note without a label passes: the point matters more than its shape.
 */
export function checkNote(
  raw: string,
  { path, content }: { path: Turn[]; content: ScenarioContent },
): CheckedNote {
  const said = clean(raw);
  if (said === "") return { ok: false, reason: "empty" };
  if (speaksAsPartner(said, content)) return { ok: false, reason: "partner-voice" };
  if (copiesPartner(said, path)) return { ok: false, reason: "partner-copy" };
  const label = noteLabel(said);
  if (label !== null && !isFreeLabel(label, path)) {
    return { ok: false, reason: "label-repeated" };
  }
  const sentences = sentencesOf(said);
  const whole = isFinished(said) ? sentences : sentences.slice(0, -1);
  if (whole.length === 0) return { ok: false, reason: "cut-off" };
  const kept = fitting(whole);
  if (kept === null) return { ok: false, reason: "too-long" };
  const text = dropFalseQuotes(kept, path);
  if (text === label || text.replaceAll(/[^\p{L}]/gu, "") === "") return { ok: false, reason: "empty" };
  return { ok: true, text, salvaged: kept !== sentences.join(" ") };
}

/** White space, role prefix, markdown weight and emoji go without a trace: none of them carries meaning. */
export function clean(raw: string): string {
  return raw
    .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, "")
    .replaceAll(/<\/?(?:note|coach)>/giu, "")
    .replaceAll(/\*\*|__/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/^\[?(?:coach|note|coach['’]s note)\]?\s*:\s*/iu, "")
    .trim();
}

function fitting(sentences: string[]): string | null {
  for (let count = Math.min(maxSentences, sentences.length); count > 0; count -= 1) {
    const text = sentences.slice(0, count).join(" ");
    if (text.split(" ").length <= maxWords) return text;
  }
  return null;
}
