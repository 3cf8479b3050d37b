import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { isFreeLabel, noteLabel } from "./note-label.ts";
import { dropFalseQuotes, quotationsIn } from "./note-quotes.ts";
import { copiesPartner, flatters, givesLine, speaksAsPartner } from "./note-voice.ts";
import { isFinished, sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import { withoutState } from "./state-told.ts";

export { noteLabel } from "./note-label.ts";

/** About 40 are asked for; beyond this it is no longer one point. */
const maxWords = 60;

export type NoteFault =
  | "empty"
  | "cut-off"
  | "too-long"
  | "partner-voice"
  | "partner-copy"
  | "gives-line"
  | "flattery"
  | "label-repeated"
  | "state-told";
/** What was wrong with a note and is no more; no word of its point was lost. */
export type NoteMend = "emoji" | "markdown" | "role-prefix" | "false-quotation";
/** What a note of the right shape has. */
export type NoteLack = "no-label" | "no-quotation";
export type CheckedNote =
  | { ok: true; text: string; salvaged: boolean; mended?: NoteMend[]; left?: NoteLack[] }
  | { ok: false; reason: NoteFault };

/**
 * Checks what the coach wrote before a learner keeps it, and mends what can be mended: a note that is too long or cut off
 * keeps its full sentences, one that tells the partner's hidden numbers the others, a quotation the learner never said
 * loses its marks. `path` runs to the turn the note is about; `sentences`: as many as it may have. `salvaged` is true when
 * words were lost; `mended` says what else was put right, `left` what could not be: a note without a label or a quotation
 * passes, since the point matters more than its shape.
 */
export function checkNote(
  raw: string,
  { path, content, sentences: most = 2 }: { path: Turn[]; content: ScenarioContent; sentences?: number },
): CheckedNote {
  const { said, mends } = cleaned(raw);
  if (said === "") return { ok: false, reason: "empty" };
  if (speaksAsPartner(said, content)) return { ok: false, reason: "partner-voice" };
  if (copiesPartner(said, path)) return { ok: false, reason: "partner-copy" };
  if (givesLine(said, path, content)) return { ok: false, reason: "gives-line" };
  const label = noteLabel(said);
  if (label !== null && !isFreeLabel(label, path)) {
    return { ok: false, reason: "label-repeated" };
  }
  const sentences = sentencesOf(said);
  const whole = isFinished(said) ? sentences : sentences.slice(0, -1);
  if (whole.length === 0) return { ok: false, reason: "cut-off" };
  const tellable = withoutState(whole, path);
  if (tellable.length === 0) return { ok: false, reason: "state-told" };
  const kept = fitting(tellable, most);
  if (kept === null) return { ok: false, reason: "too-long" };
  const text = dropFalseQuotes(kept, path);
  if (text === label || text.replaceAll(/[^\p{L}]/gu, "") === "") return { ok: false, reason: "empty" };
  if (flatters(text)) return { ok: false, reason: "flattery" };
  const left: NoteLack[] = [
    ...(label === null ? ["no-label" as const] : []),
    ...(quotationsIn(text).length === 0 ? ["no-quotation" as const] : []),
  ];
  const mended = [...mends, ...(text === kept ? [] : ["false-quotation" as const])];
  return {
    ok: true,
    text,
    salvaged: kept !== sentences.join(" "),
    ...(mended.length > 0 && { mended }),
    ...(left.length > 0 && { left }),
  };
}

const emoji = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu;
const weight = /\*\*|__/gu;
const rolePrefix = /^\s*\[?(?:coach|note|coach['’]s note)\]?\s*:\s*/iu;

/** White space, role prefix, markdown weight and emoji go: none of them carries meaning. Says which were there. */
export function cleaned(raw: string): { said: string; mends: NoteMend[] } {
  const plain = raw
    .replaceAll(/<\/?(?:note|coach)>/giu, "")
    // The structured part, where it came without its mark.
    .replace(/<coded[\s\S]*$|\{\s*"[\s\S]*$/u, "")
    .trim();
  const light = plain.replaceAll(emoji, "").replaceAll(weight, "").replaceAll(/\s+/gu, " ").trim();
  const mends = [
    ...(plain.search(emoji) === -1 ? [] : ["emoji" as const]),
    ...(plain.search(weight) === -1 ? [] : ["markdown" as const]),
    ...(rolePrefix.test(light) ? ["role-prefix" as const] : []),
  ];
  return { said: light.replace(rolePrefix, "").trim(), mends };
}

function fitting(sentences: string[], most: number): string | null {
  for (let count = Math.min(most, sentences.length); count > 0; count -= 1) {
    const text = sentences.slice(0, count).join(" ");
    if (text.split(" ").length <= maxWords) return text;
  }
  return null;
}
